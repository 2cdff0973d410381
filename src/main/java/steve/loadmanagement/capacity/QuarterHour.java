/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/**
 * The quarter hour that runs, by the clock of the site's time zone, and what was drawn from the grid in it. Between two
 * readings the power of the earlier one counts, after one that became too old the target. What is fed in is not credited.
 *
 * <pre>
 * reaction = that of the {@link Outlook}, at least 30 s
 * highest  = base load + rise
 * sure     = (budget - highest * (span - reaction)) / reaction     can be drawn for one reaction time, whatever comes
 * allowed  = min(budget / span, sure), at least 0
 *
 * span     = max(time left, reaction)
 * budget   = target * 900 s - used - rise * reaction + next * (span - time left)
 * next     = min(target, sure at the begin of a quarter hour): beyond the end the next one counts
 * </pre>
 *
 * So what is drawn now can always be made up for by charging less later, even if other consumers rise and stay high; and
 * nothing leaps when little time is left.
 *
 * @param from when it began
 * @param used Ws up to {@code at}
 * @param assumed of it, seconds in which nobody measured
 * @param power the newest power; null: nobody measures
 * @param at up to when it is reckoned
 */
public record QuarterHour(
        Instant from, long used, long assumed, @Nullable Power power, Instant at) {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    private static final Duration SHORTEST_REACTION = Duration.ofSeconds(30);

    /** The one in which {@code at} is; nothing is known of its time before. */
    public static QuarterHour at(Instant at, ZoneId zone) {
        Instant from = begin(at, zone);
        return new QuarterHour(from, 0, Duration.between(from, at).toSeconds(), null, at);
    }

    /** By the clock on the wall: some zones are off by 45 minutes, all by a multiple of 15. */
    private static Instant begin(Instant at, ZoneId zone) {
        long offset = zone.getRules().getOffset(at).getTotalSeconds();
        long local = at.getEpochSecond() + offset;
        return Instant.ofEpochSecond(local - Math.floorMod(local, LENGTH.toSeconds()) - offset);
    }

    public Instant end() {
        return from.plus(LENGTH);
    }

    /** Reckoned up to a moment within it. */
    QuarterHour until(Instant now) {
        Instant to = now.isAfter(end()) ? end() : now;
        long seconds = Math.max(0, to.getEpochSecond() - at.getEpochSecond());
        long more = power == null ? 0 : Math.max(0, power.watts()) * seconds;
        return new QuarterHour(from, used + more, assumed + (power == null ? seconds : 0), power, to);
    }

    /** A reading came, or the newest became too old: null. */
    public QuarterHour with(@Nullable Power newest) {
        return new QuarterHour(from, used, assumed, newest, at);
    }

    /** The one that follows. */
    QuarterHour next() {
        return new QuarterHour(end(), 0, 0, power, end());
    }

    /** What was drawn, the target where nobody measured. */
    private long spent(Power target) {
        return used + assumed * target.watts();
    }

    /** The power that is allowed for now; 0 kW where nothing may be drawn beside other consumers, or not even they. */
    public Power allowed(Power target, Outlook others) {
        long reaction =
                Math.max(SHORTEST_REACTION.toSeconds(), others.reaction().toSeconds());
        long rise = others.rise().watts();
        long highest = others.baseLoad().watts() + rise;
        long left = Duration.between(at, end()).toSeconds();
        long span = Math.max(left, reaction);
        long whole = LENGTH.toSeconds() * target.watts() - rise * reaction;
        long next = Math.clamp(sure(whole, highest, LENGTH.toSeconds(), reaction), 0, target.watts());
        long budget = whole - spent(target) + next * (span - left);
        long allowed = Math.min(budget / span, sure(budget, highest, span, reaction));
        return Power.ofWatts((int) Math.clamp(allowed, 0, Integer.MAX_VALUE));
    }

    private static long sure(long budget, long highest, long span, long reaction) {
        return (budget - highest * (span - reaction)) / reaction;
    }

    /** What was measured in it. */
    public Energy energy() {
        return Energy.ofWattHours(used / Duration.ofHours(1).toSeconds());
    }

    /** Its mean power so far, over its whole length. */
    public Power mean() {
        return Power.ofWatts((int) (used / LENGTH.toSeconds()));
    }
}
