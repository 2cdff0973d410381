/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.LedgerTable.utc;
import static steve.loadmanagement.store.jooq.Tables.LM_DECISION;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.history.DecisionStore;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmDecisionRecord;

/** Decisions in {@code lm_decision}, deflated. */
public final class DecisionTable implements DecisionStore {

    private static final int MOST_AT_ONCE = 5_000;

    private final DSLContext ctx;

    public DecisionTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public void write(List<Stored> decisions) {
        ctx.batch(decisions.stream()
                        .map(decision -> ctx.insertInto(LM_DECISION)
                                .set(LM_DECISION.STRAND_PK, decision.root().value())
                                .set(LM_DECISION.DECIDED_AT, utc(decision.at()))
                                .set(LM_DECISION.CONTENT, deflated(decision.content())))
                        .toList())
                .execute();
    }

    @Override
    public @Nullable Stored at(StrandId root, Instant moment) {
        List<Stored> last = before(root, moment, 1);
        return last.isEmpty() ? null : last.getFirst();
    }

    @Override
    public List<Stored> before(StrandId root, Instant moment, int most) {
        return ctx.selectFrom(LM_DECISION)
                .where(LM_DECISION.STRAND_PK.eq(root.value()))
                .and(LM_DECISION.DECIDED_AT.le(utc(moment)))
                .orderBy(LM_DECISION.DECIDED_AT.desc(), LM_DECISION.DECISION_PK.desc())
                .limit(most)
                .fetch(DecisionTable::stored);
    }

    @Override
    public void forget(Instant before) {
        ctx.deleteFrom(LM_DECISION)
                .where(LM_DECISION.DECIDED_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
    }

    private static Stored stored(LmDecisionRecord row) {
        return new Stored(
                new StrandId(row.getStrandPk()),
                row.getDecidedAt().toInstant(ZoneOffset.UTC),
                inflated(row.getContent()));
    }

    private static byte[] deflated(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
