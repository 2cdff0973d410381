/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * The secret in each row of a table: encrypted, and bound to its row.
 *
 * @param what a row of it is, for the owner of a secret: {@code what key}
 */
record SealedSecrets<R extends TableRecord<R>>(
        SecretBox box, String what, Table<R> table, Field<Integer> key, Field<String> secret) {

    /** That of a row; null: it has none, or it can no longer be read. */
    @Nullable
    String of(DSLContext ctx, int id) {
        String sealed = ctx.select(secret).from(table).where(key.eq(id)).fetchOne(secret);
        return sealed == null ? null : box.open(sealed, owner(id));
    }

    /** As it is stored; null where it is empty: the row has none then. */
    @Nullable
    String sealed(String given, int id) {
        return given.isEmpty() ? null : box.seal(given, owner(id));
    }

    /** Stores a row and its secret, both or neither; says under which key. */
    int insert(DSLContext ctx, R row, @Nullable String given) {
        return ctx.transactionResult(configuration -> {
            int id = configuration
                    .dsl()
                    .insertInto(table)
                    .set(row)
                    .returningResult(key)
                    .fetchSingle()
                    .value1();
            if (given != null) {
                configuration
                        .dsl()
                        .update(table)
                        .set(secret, sealed(given, id))
                        .where(key.eq(id))
                        .execute();
            }
            return id;
        });
    }

    private String owner(int id) {
        return what + " " + id;
    }
}
