/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.util.List;

/**
 * A rule of the plugin, switched off in its source.
 *
 * @param rule what is left out, in words
 * @param source the class that holds it, below {@code src/main/java}, without {@code .java}
 * @param from stands there once
 * @param to stands there when the rule is out
 * @param seed of a time that shows it, or of one soon after it
 */
record Mutation(String rule, String source, String from, String to, long seed) {

    private static final String LEDGER = "steve/loadmanagement/ledger/";

    /** Seen by a campaign of days. */
    static final List<Mutation> SEEN = List.of(
            new Mutation(
                    "a raise does not look at the worst case of the others",
                    LEDGER + "Raises",
                    "raised.putAll(share(above));",
                    "raised.putAll(above);",
                    7_004),
            new Mutation(
                    "a restart forgets the grants",
                    LEDGER + "LedgerEntry",
                    "Track.settledAt(allowedByGrant);",
                    "Track.settledAt(Current.ZERO);",
                    7_008),
            new Mutation(
                    "a cut is given away when it is sent",
                    LEDGER + "Track",
                    "return new Track(settled, more, command, beside).folded();",
                    "return new Track(allowance, List.of(), command, beside);",
                    7_066),
            new Mutation(
                    "what a default profile allows does not count",
                    LEDGER + "Ledger",
                    ": byDefault.at(latestTimeAt(evse.ref().chargeBoxId()));",
                    ": Current.ZERO;",
                    7_001),
            new Mutation(
                    "a grant does not fall back by itself",
                    "steve/loadmanagement/dispatch/ProfileMapper",
                    "if (deadMan != null && !deadMan.fallback().equals(setpoint.current())) {",
                    "if (deadMan != null && setpoint.current().isZero()) {",
                    7_003),
            new Mutation(
                    "clocks are taken for right",
                    "steve/loadmanagement/fact/StationClock",
                    "return difference.isNegative() ? Duration.ZERO : difference;",
                    "return Duration.ZERO;",
                    7_000),
            new Mutation(
                    "a raise goes out before the cuts that make room for it are done",
                    LEDGER + "Raises",
                    ": ledger.load(evse));",
                    """
                    : round.targets().containsKey(evse.ref())
                            ? evse.wiring().spread(round.commanded(evse.ref()), evse.wiring().conductorCount())
                            : ledger.load(evse));""",
                    7_004),
            new Mutation(
                    "an answer alone settles a command",
                    LEDGER + "Track",
                    "(releasesNothing(i) || isProven.test(command))",
                    "(releasesNothing(i) || !isProven.equals(null))",
                    7_097));

    /** Seen where faults meet more often than on a day. */
    static final List<Mutation> SEEN_IN_BAD_HOURS = List.of(
            new Mutation(
                    "no answer means that it did not happen",
                    LEDGER + "Track",
                    "    Track came(Outcome outcome, Instant sentAt, Instant at) {",
                    """
                        Track came(Outcome outcome, Instant sentAt, Instant at) {
                            if (outcome instanceof Outcome.Unanswered) {
                                Track other = new Track(
                                        settled,
                                        open.stream()
                                                .filter(command -> !command.sentAt().equals(sentAt))
                                                .toList(),
                                        newest == null ? null : newest.came(outcome, at),
                                        beside);
                                return other;
                            }
                    """,
                    7_011),
            new Mutation(
                    "a setpoint is stored after it was sent",
                    "steve/loadmanagement/control/Sender",
                    "Stored stored = store(errand);",
                    "Stored stored = Stored.YES;",
                    7_080),
            new Mutation(
                    "who is offline counts as fallen back at once",
                    LEDGER + "Following",
                    "return fallenBack == null || fallenBack.isAfter(now)",
                    "return fallenBack == null || fallenBack.isAfter(now) && station.connected()",
                    7_008),
            new Mutation(
                    "a rejection releases what was sent before",
                    LEDGER + "Track",
                    "    Track came(Outcome outcome, Instant sentAt, Instant at) {",
                    """
                        Track came(Outcome outcome, Instant sentAt, Instant at) {
                            if (outcome instanceof Outcome.Rejected && newest != null) {
                                return new Track(settled, List.of(), newest.came(outcome, at), beside);
                            }
                    """,
                    8_953),
            new Mutation(
                    "an old reading that comes late is taken for a new one",
                    LEDGER + "Proof",
                    "clock.ours(reading.measuredAt(), reading.receivedAt()).isAfter(acceptedAt)",
                    "reading.receivedAt().isAfter(acceptedAt)",
                    19_364));

    @Override
    public String toString() {
        return rule;
    }
}
