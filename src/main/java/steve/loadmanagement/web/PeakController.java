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
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** Targets for the quarter hour, and the highest ones so far. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class PeakController {

    private static final int MOST_LINES = 1000;

    private final Guard guard;
    private final FrontDesk desk;
    private final DynamicStore store;

    PeakController(Guard guard, FrontDesk desk, DynamicStore store) {
        this.guard = guard;
        this.desk = desk;
        this.store = store;
    }

    /**
     * A target.
     *
     * @param targetW mean power of a quarter hour, W
     * @param followsPeak may rise to the highest quarter hour of the year so far
     */
    record TargetForm(
            @Nullable Integer targetW,
            @Nullable Boolean followsPeak,
            @Nullable String zone) {}

    @PutMapping("/strands/{id}/peak-target")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void target(@PathVariable int id, @RequestBody TargetForm form, @Nullable Principal who) {
        StrandId strand = guard.mustExist(id);
        List<Problem> problems = new ArrayList<>();
        int watts = form.targetW() == null ? 0 : form.targetW();
        if (watts <= 0) {
            problems.add(new Problem("target", "targetW", "a target is above 0 W, not " + watts));
        }
        ZoneId zone = zone(form.zone(), problems);
        if (!problems.isEmpty() || zone == null) {
            throw new InvalidSite(problems);
        }
        store.put(new PeakTarget(strand, zone, Power.ofWatts(watts), form.followsPeak() != null && form.followsPeak()));
        guard.loop().changed();
        desk.write(who, Action.TARGET_SET, "strand " + id, watts + " W, " + zone);
    }

    private static @Nullable ZoneId zone(@Nullable String name, List<Problem> problems) {
        try {
            return ZoneId.of(name == null ? "" : name);
        } catch (DateTimeException e) {
            problems.add(new Problem("target", "zone", "a time zone is needed, such as Europe/Berlin, not " + name));
            return null;
        }
    }

    @DeleteMapping("/strands/{id}/peak-target")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noTarget(@PathVariable int id, @Nullable Principal who) {
        guard.mustHaveBeen(store.deleteTarget(guard.mustExist(id)), "target of strand " + id);
        guard.loop().changed();
        desk.write(who, Action.TARGET_REMOVED, "strand " + id, "");
    }

    /** A quarter hour that has ended. */
    record QuarterHourView(Instant from, long energyWh, long meanW, long assumedS) {}

    /** The highest quarter hours, highest first; of the last year where {@code since} is left out. */
    @GetMapping("/strands/{id}/quarter-hours")
    List<QuarterHourView> quarterHours(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "20") int most) {
        StrandId strand = guard.mustExist(id);
        Instant from = since == null ? desk.now().minus(Period.ofDays(365)) : since;
        return store.highestQuarterHours(strand, from, Math.clamp(most, 1, MOST_LINES)).stream()
                .map(line -> new QuarterHourView(
                        line.from(), line.energy().wattHours(), line.energy().wattHours() * 4, line.assumedS()))
                .toList();
    }
}
