/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.WeeklySchedule;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.DynamicStore.StoredLimit;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Limits over time: list, add, withdraw. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class LimitController {

    /** What the database's clock can tell. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2038-01-01T00:00:00Z");

    private static final Set<String> SOURCES = Set.of("SCHEDULE", "OPERATOR", "REST", "MQTT", "EXTERNAL");

    private final Guard guard;
    private final FrontDesk desk;
    private final DynamicStore store;

    LimitController(Guard guard, FrontDesk desk, DynamicStore store) {
        this.guard = guard;
        this.desk = desk;
        this.store = store;
    }

    /**
     * A limit.
     *
     * @param id only on the way out
     * @param source left out: OPERATOR, or SCHEDULE where there is one
     * @param from left out: from now on
     * @param until left out: until withdrawn
     * @param schedule {@code MON,TUE 08:00-18:00; SAT 22:00-06:00}; left out: always
     * @param zone with a schedule, by whose clock
     * @param holds only on the way out: whether it holds now
     */
    record LimitForm(
            @Nullable Integer id,
            @Nullable Integer strand,
            @Nullable String source,
            @Nullable Map<String, @Nullable Integer> limitMa,
            @Nullable Integer limitW,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String schedule,
            @Nullable String zone,
            @Nullable Boolean holds) {

        static LimitForm of(StoredLimit stored, Instant now) {
            LimitOverTime limit = stored.limit();
            PhaseCurrents currents = limit.limit().currents();
            Power power = limit.limit().power();
            WeeklySchedule weekly = limit.schedule();
            return new LimitForm(
                    stored.id(),
                    limit.strand().value(),
                    limit.limit().source().name(),
                    currents == null
                            ? null
                            : Map.of(
                                    "L1", currents.l1().milliamps(),
                                    "L2", currents.l2().milliamps(),
                                    "L3", currents.l3().milliamps()),
                    power == null ? null : (Integer) power.watts(),
                    limit.from(),
                    limit.until(),
                    weekly == null ? null : weekly.text(),
                    weekly == null ? null : weekly.zone().getId(),
                    limit.holds(now));
        }

        LimitOverTime limit(Instant now) {
            List<Problem> problems = new ArrayList<>();
            PhaseCurrents currents = currents(problems);
            if (currents == null && limitW == null && problems.isEmpty()) {
                problems.add(problem("limit", "a limit is in A on each phase, in kW, or both"));
            }
            if (limitW != null && limitW < 0) {
                problems.add(problem("limitW", "is 0 W or more, not " + limitW));
            }
            Instant begins = from == null ? now : from;
            if (until != null && !until.isAfter(begins)) {
                problems.add(problem("until", "ends after it begins: " + until + " is not after " + begins));
            }
            if (until != null && !until.isBefore(LATEST)) {
                problems.add(problem("until", "is before 2038; leave it out for as long as it is not withdrawn"));
            }
            if (!begins.isAfter(EARLIEST) || !begins.isBefore(LATEST)) {
                problems.add(problem("from", "is after 1970 and before 2038, not " + begins));
            }
            String set = source != null ? source : schedule == null ? "OPERATOR" : "SCHEDULE";
            if (!SOURCES.contains(set)) {
                problems.add(problem("source", "is one of SCHEDULE, OPERATOR, REST, MQTT, EXTERNAL, not " + set));
            }
            WeeklySchedule weekly = schedule(problems);
            if (!problems.isEmpty() || strand == null) {
                throw new InvalidSite(problems);
            }
            return new LimitOverTime(
                    new StrandId(strand),
                    new Limit(currents, limitW == null ? null : Power.ofWatts(limitW), LimitSource.valueOf(set)),
                    begins,
                    until,
                    weekly);
        }

        private @Nullable PhaseCurrents currents(List<Problem> problems) {
            if (limitMa == null) {
                return null;
            }
            Integer l1 = limitMa.get("L1");
            Integer l2 = limitMa.get("L2");
            Integer l3 = limitMa.get("L3");
            if (l1 == null || l2 == null || l3 == null || l1 < 0 || l2 < 0 || l3 < 0) {
                problems.add(problem("limit", "a limit in A is given for L1, L2 and L3, each 0 or more"));
                return null;
            }
            return new PhaseCurrents(Current.ofMilliamps(l1), Current.ofMilliamps(l2), Current.ofMilliamps(l3));
        }

        private @Nullable WeeklySchedule schedule(List<Problem> problems) {
            if (schedule == null || schedule.isBlank()) {
                return null;
            }
            try {
                return WeeklySchedule.parse(ZoneId.of(zone == null ? "" : zone), schedule);
            } catch (DateTimeException e) {
                problems.add(problem("zone", "a schedule needs a time zone such as Europe/Berlin, not " + zone));
            } catch (IllegalArgumentException e) {
                problems.add(problem("schedule", String.valueOf(e.getMessage())));
            }
            return null;
        }

        private static Problem problem(String field, String message) {
            return new Problem("limit", field, message);
        }
    }

    @GetMapping("/limits")
    List<LimitForm> limits() {
        guard.mustBeOn();
        Instant now = desk.now();
        return store.limits().stream().map(limit -> LimitForm.of(limit, now)).toList();
    }

    @PostMapping("/limits")
    @ResponseStatus(HttpStatus.CREATED)
    SiteController.Created add(@RequestBody LimitForm form, @Nullable Principal who) {
        guard.mustExist(form.strand() == null ? 0 : form.strand());
        LimitOverTime limit = form.limit(desk.now());
        int id = store.insert(limit);
        guard.loop().changed();
        desk.write(who, Action.LIMIT_SET, subject(id, limit), detail(limit));
        return new SiteController.Created(id);
    }

    @DeleteMapping("/limits/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int id, @Nullable Principal who) {
        guard.mustBeOn();
        StoredLimit stored = store.limits().stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("limit " + id));
        guard.mustHaveBeen(store.withdraw(id), "limit " + id);
        guard.loop().changed();
        desk.write(who, Action.LIMIT_WITHDRAWN, subject(id, stored.limit()), detail(stored.limit()));
    }

    private static String subject(int id, LimitOverTime limit) {
        return "limit " + id + " of strand " + limit.strand();
    }

    private static String detail(LimitOverTime limit) {
        WeeklySchedule weekly = limit.schedule();
        return limit.limit().source() + ": "
                + (limit.limit().currents() == null ? "" : limit.limit().currents() + " ")
                + (limit.limit().power() == null ? "" : limit.limit().power() + " ")
                + "from " + limit.from() + (limit.until() == null ? "" : " until " + limit.until())
                + (weekly == null ? "" : " at " + weekly.text());
    }
}
