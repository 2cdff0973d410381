/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import steve.loadmanagement.control.Leases;
import steve.loadmanagement.site.StrandId;

/** Leases in {@code lm_lease}, by ShedLock; the database's clock decides. */
public final class LeaseTable implements Leases {

    /** Another node waits so long before it takes over. */
    private static final Duration DURATION = Duration.ofSeconds(15);

    private static final Duration RENEWED_AFTER = Duration.ofSeconds(5);

    /** So much earlier by our clock it is over: time runs a little differently everywhere. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String TABLE = "lm_lease";

    private final LockProvider locks;
    private final Map<StrandId, Held> held = new HashMap<>();

    private record Held(SimpleLock lock, Instant until) {

        /** Not where the clock was set back since it was renewed. */
        boolean isLongEnough(Instant now) {
            Instant whole = now.plus(DURATION).minus(MARGIN);
            return !until.isAfter(whole) && whole.minus(RENEWED_AFTER).isBefore(until);
        }
    }

    /** @param node names this node; no other has that name */
    public LeaseTable(DataSource dataSource, String node) {
        this.locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withTableName(TABLE)
                .withLockedByValue(node)
                .usingDbTime()
                .build());
    }

    static String name(StrandId root) {
        return "site-" + root;
    }

    @Override
    public @Nullable Instant hold(StrandId root, Instant now) {
        Held known = held.get(root);
        if (known != null && known.isLongEnough(now)) {
            return known.until();
        }
        Optional<SimpleLock> lock = known == null ? taken(root, now) : kept(known, root, now);
        if (lock.isEmpty()) {
            held.remove(root);
            return null;
        }
        Instant until = now.plus(DURATION).minus(MARGIN);
        held.put(root, new Held(lock.get(), until));
        return until;
    }

    private Optional<SimpleLock> taken(StrandId root, Instant now) {
        return locks.lock(new LockConfiguration(now, name(root), DURATION, Duration.ZERO));
    }

    private Optional<SimpleLock> kept(Held known, StrandId root, Instant now) {
        return known.lock().extend(DURATION, Duration.ZERO).or(() -> taken(root, now));
    }

    @Override
    public void giveBack() {
        held.values().forEach(lease -> lease.lock().unlock());
        held.clear();
    }
}
