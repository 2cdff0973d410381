/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * One profile of an EVSE, its default or its grant, as far as we know it. Whatever was sent and is not settled counts: the
 * <em>highest</em>, not the newest; a rejection says nothing of the calls before it, a timeout nothing at all.
 *
 * @param settled what was surely in force once; null: nobody knows, the station may be unconstrained
 * @param open what was sent after it and may be in force too, oldest first
 * @param newest the last command; null: none since we started, or what it said may be gone and is to be said again
 * @param beside what a profile for another purpose may allow, which nothing said here takes back; null: there is none
 */
public record Track(
        @Nullable Allowance settled,
        List<Command> open,
        @Nullable Command newest,
        @Nullable Allowance beside) {

    static final Track UNKNOWN = new Track(null, List.of(), null, null);

    /** More are not told apart: the oldest then counts as settled, which releases nothing. */
    private static final int MOST_OPEN = 8;

    public Track {
        open = List.copyOf(open);
    }

    static Track settledAt(Current value) {
        return new Track(Allowance.of(value), List.of(), null, null);
    }

    /** The most that may be in force; null: there is no bound. */
    @Nullable
    Allowance highest() {
        return highestOf(_ -> true);
    }

    private @Nullable Allowance highestOf(Predicate<Command> mayBeInForce) {
        Allowance highest = settled == null || beside == null ? settled : settled.or(beside);
        for (Command command : open) {
            if (highest != null && mayBeInForce.test(command)) {
                highest = highest.or(command.allowance());
            }
        }
        return highest;
    }

    /** The most that may be in force where such commands took the place of all before them; null: there is no bound. */
    @Nullable
    Allowance highestFrom(Predicate<Command> tookPlace) {
        if (newest != null && tookPlace.test(newest)) {
            return newest.allowance();
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            if (tookPlace.test(open.get(i))) {
                return new Track(open.get(i).allowance(), open.subList(i + 1, open.size()), null, null).highest();
            }
        }
        return highest();
    }

    /** Whether the newest command stands for this value and needs no repetition yet. */
    boolean stands(Current value, Instant now) {
        return newest != null && newest.value().equals(value) && !newest.isDueAgain(now);
    }

    boolean isInFlight() {
        return newest != null && newest.isInFlight();
    }

    /** Whether it was told more than once to allow less, since it last took anything, and once at least in vain. */
    boolean keepsMore() {
        Allowance highest = highest();
        int told = 0;
        boolean isInVain = false;
        for (int i = open.size() - 1; i >= 0 && !open.get(i).isAccepted(); i--) {
            Command command = open.get(i);
            if (!command.hasNotLeft() && (highest == null || highest.first().isMoreThan(command.value()))) {
                told++;
                isInVain |= !command.isInFlight();
            }
        }
        return told > 1 && isInVain;
    }

    /** What we last asked for, whether or not it arrived. */
    public @Nullable Current commanded() {
        if (newest != null) {
            return newest.value();
        }
        return settled == null ? null : settled.first();
    }

    /** Whether this value is no more than what may be in force already. */
    boolean covers(Current value) {
        Allowance highest = highest();
        return highest == null || !value.isMoreThan(highest.first());
    }

    /** A command goes out: it counts from now on. */
    Track sent(Allowance allowance, Instant at, Duration startsBack, @Nullable Current drawn) {
        boolean isAgain =
                newest != null && !newest.isAccepted() && newest.value().equals(allowance.first());
        int attempt = newest != null && isAgain ? newest.nextAttempt() : 1;
        Command command = new Command(allowance, at, at.minus(startsBack), drawn, attempt, null, null);
        List<Command> more = new ArrayList<>(open);
        more.add(command);
        return new Track(settled, more, command, beside).folded();
    }

    private Track folded() {
        return open.size() <= MOST_OPEN
                ? this
                : new Track(
                        settled == null ? null : settled.or(open.getFirst().allowance()),
                        open.subList(1, open.size()),
                        newest,
                        beside);
    }

    /** The outcome of the command that was sent at {@code sentAt}. */
    Track came(Outcome outcome, Instant sentAt, Instant at) {
        return eachOpen(command ->
                command.isInFlight() && command.sentAt().equals(sentAt) ? command.came(outcome, at) : command);
    }

    /** What the vehicle draws while commands are not accepted yet. */
    Track seenDrawing(Current drawn) {
        return eachOpen(command -> command.isAccepted() ? command : command.seenDrawing(drawn));
    }

    private Track eachOpen(UnaryOperator<Command> change) {
        if (open.isEmpty()) {
            return this;
        }
        List<Command> changed = open.stream().map(change).toList();
        boolean isNewestOpen = newest != null && newest.equals(open.getLast());
        return new Track(settled, changed, isNewestOpen ? changed.getLast() : newest, beside);
    }

    /** The newest command that is accepted and proven takes the place of everything before it. */
    Track settle(Predicate<Command> isProven) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Command command = open.get(i);
            if (command.isAccepted() && (releasesNothing(i) || isProven.test(command))) {
                return new Track(command.allowance(), open.subList(i + 1, open.size()), newest, beside);
            }
        }
        return this;
    }

    /** Whether that command is no cut: whatever was before it allows no more. */
    private boolean releasesNothing(int index) {
        Allowance before = new Track(settled, open.subList(0, index), null, null).highest();
        Allowance after = open.get(index).allowance();
        return before != null && before.or(after).equals(after);
    }

    /** What was said may be gone at the station: it counts on, and is to be said again. */
    Track toBeSaidAgain() {
        return new Track(settled, open, null, beside);
    }

    /** It is told by a profile for another purpose from now on: whatever it did not refuse of this one stays. */
    Track besideAnother() {
        return new Track(settled, open, newest, highestOf(command -> !(command.outcome() instanceof Outcome.Rejected)));
    }

    /** The vehicle is held at what it was told here, although the profile for the other purpose would allow it more. */
    Track heldAt(Current told, Current tolerance) {
        boolean isShown = beside != null && beside.first().isMoreThan(told.plus(tolerance));
        return isShown ? new Track(settled, open, newest, null) : this;
    }
}
