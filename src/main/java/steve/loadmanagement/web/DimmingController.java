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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.MeterLog.DimmingLine;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** Dimming by the grid operator: rules, devices, signals and their record. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class DimmingController {

    private final Guard guard;
    private final FrontDesk desk;
    private final DynamicStore store;

    DimmingController(Guard guard, FrontDesk desk, DynamicStore store) {
        this.guard = guard;
        this.desk = desk;
        this.store = store;
    }

    /**
     * How a strand answers to the grid operator; seconds and W.
     *
     * @param heartbeatS left out: a channel may be silent
     */
    record RulesForm(
            @Nullable Integer heartbeatS,
            @Nullable Integer failSafeW,
            @Nullable Integer failSafeForS,
            @Nullable Integer releaseS) {

        String words() {
            return (heartbeatS == null ? "channels may be silent" : "silent for " + heartbeatS + " s has failed")
                    + (failSafeW == null ? "" : ", then " + failSafeW + " W")
                    + (failSafeForS == null ? "" : " for " + failSafeForS + " s")
                    + (releaseS == null ? "" : "; released over " + releaseS + " s");
        }
    }

    @PutMapping("/strands/{id}/grid-rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rules(@PathVariable int id, @RequestBody RulesForm form, @Nullable Principal who) {
        StrandId strand = guard.mustExist(id);
        List<Problem> problems = new ArrayList<>();
        notNegative("heartbeatS", form.heartbeatS(), problems);
        notNegative("failSafeW", form.failSafeW(), problems);
        notNegative("failSafeForS", form.failSafeForS(), problems);
        notNegative("releaseS", form.releaseS(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
        GridRules usual = GridRules.USUAL;
        store.put(
                strand,
                new GridRules(
                        form.heartbeatS() == null ? null : Duration.ofSeconds(form.heartbeatS()),
                        form.failSafeW() == null ? null : Power.ofWatts(form.failSafeW()),
                        form.failSafeForS() == null ? usual.failSafeFor() : Duration.ofSeconds(form.failSafeForS()),
                        form.releaseS() == null ? usual.release() : Duration.ofSeconds(form.releaseS())));
        guard.loop().changed();
        desk.write(who, Action.GRID_RULES_SET, "strand " + id, form.words());
    }

    private static void notNegative(String field, @Nullable Integer value, List<Problem> problems) {
        if (value != null && value < 0) {
            problems.add(new Problem("grid operator", field, "is 0 or more, not " + value));
        }
    }

    /** Whether an EVSE is a controllable device under section 14a EnWG. */
    record SteerableForm(String chargeBoxId, int evseId, boolean steerable) {

        EvseRef evse() {
            return new EvseRef(chargeBoxId, evseId);
        }
    }

    @PostMapping("/evses/steerable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void steerable(@RequestBody List<SteerableForm> forms, @Nullable Principal who) {
        guard.mustBeOn();
        List<EvseRef> known =
                guard.sites().placements().stream().map(Placement::ref).toList();
        List<Problem> problems = forms.stream()
                .filter(form -> form.steerable() && !known.contains(form.evse()))
                .map(form -> new Problem(form.evse().toString(), "evse", "hangs on no strand"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
        forms.forEach(form -> store.steerable(form.evse(), form.steerable()));
        guard.loop().changed();
        forms.forEach(form -> desk.write(
                who,
                Action.STEERABLE_MARKED,
                form.evse().toString(),
                form.steerable() ? "a controllable device" : "no controllable device"));
    }

    /**
     * A signal of the grid operator.
     *
     * @param channel left out: REST
     * @param limitW what is left of grid draw; left out: the minimum by law
     */
    record SignalForm(
            @Nullable Boolean dimmed,
            @Nullable Integer limitW,
            @Nullable String channel) {}

    @PostMapping("/strands/{id}/grid-signal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signal(@PathVariable int id, @RequestBody SignalForm form, @Nullable Principal who) {
        StrandId strand = guard.mustExist(id);
        List<Problem> problems = new ArrayList<>();
        if (form.dimmed() == null) {
            problems.add(new Problem("grid operator", "dimmed", "is true, or false for released"));
        }
        notNegative("limitW", form.limitW(), problems);
        String channel = form.channel() == null ? GridSignal.Channel.REST.name() : form.channel();
        boolean isKnown = Arrays.stream(GridSignal.Channel.values())
                .anyMatch(known -> known.name().equals(channel));
        if (!isKnown) {
            problems.add(new Problem("grid operator", "channel", "is HAND, REST, MQTT or CONTROL_BOX, not " + channel));
        }
        if (!problems.isEmpty() || form.dimmed() == null) {
            throw new InvalidSite(problems);
        }
        Instant now = desk.now().truncatedTo(ChronoUnit.MICROS);
        store.put(new GridSignal(
                strand,
                GridSignal.Channel.valueOf(channel),
                form.dimmed(),
                form.limitW() == null ? null : Power.ofWatts(form.limitW()),
                now,
                now));
        guard.loop().changed();
        String left = form.limitW() == null ? "the minimum by law" : form.limitW() + " W";
        desk.write(
                who,
                Action.GRID_SIGNAL_GIVEN,
                "strand " + id,
                channel + ": " + (form.dimmed() ? "dimmed to " + left : "released"));
    }

    /** The same, to look at. */
    @GetMapping("/strands/{id}/dimmings")
    List<DimmingView> log(@PathVariable int id) {
        return store.dimmings(guard.mustExist(id)).stream().map(DimmingView::of).toList();
    }

    /** A dimming; {@code keptAt} is left out while they still draw more, {@code endedAt} while it lasts. */
    record DimmingView(
            Instant signalledAt,
            String channel,
            int limitW,
            int beforeW,
            @Nullable Instant keptAt,
            @Nullable Instant endedAt) {

        static DimmingView of(DimmingLine line) {
            return new DimmingView(
                    line.signalledAt(),
                    line.channel().name(),
                    line.limit().watts(),
                    line.before().watts(),
                    line.keptAt(),
                    line.endedAt());
        }
    }

    /** Dimmings of two years as a table for a spreadsheet, newest first; times in UTC. */
    @GetMapping("/strands/{id}/dimmings.csv")
    ResponseEntity<String> dimmings(@PathVariable int id) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        rows.add(
                List.of("signalled_at", "channel", "limit_w", "before_w", "kept_at", "seconds_until_kept", "ended_at"));
        store.dimmings(guard.mustExist(id)).forEach(line -> rows.add(row(line)));
        return Csv.file("dimmings.csv", rows);
    }

    private static List<@Nullable Object> row(DimmingLine line) {
        Instant keptAt = line.keptAt();
        return Arrays.asList(
                line.signalledAt(),
                line.channel(),
                line.limit().watts(),
                line.before().watts(),
                keptAt,
                keptAt == null
                        ? null
                        : Duration.between(line.signalledAt(), keptAt).toSeconds(),
                line.endedAt());
    }
}
