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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.Vehicles;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.unit.Current;

/** What vehicles need, by their tags or for the session that runs: list, set, withdraw. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class VehicleController {

    private final FrontDesk desk;
    private final Vehicles vehicles;

    VehicleController(FrontDesk desk, Vehicles vehicles) {
        this.desk = desk;
        this.vehicles = vehicles;
    }

    /**
     * A need of tags.
     *
     * @param id only on the way out
     * @param tags a tag, or the beginning of tags with a * at its end
     * @param minimumMa 6000 to 32000; left out: as the EVSE
     */
    record NeedForm(
            @Nullable Integer id,
            @Nullable String tags,
            @Nullable Integer minimumMa,
            @Nullable Boolean neverPause,
            @Nullable Boolean wakePulse) {}

    /**
     * A need of the session that runs at an EVSE; it ends with it.
     *
     * @param transactionId only on the way out
     * @param minimumMa 6000 to 32000; left out: as the EVSE
     */
    record SessionNeed(
            @Nullable String chargeBoxId,
            int evseId,
            @Nullable Integer transactionId,
            @Nullable Integer minimumMa,
            @Nullable Boolean neverPause,
            @Nullable Boolean wakePulse) {}

    @GetMapping("/vehicles")
    List<NeedForm> all() {
        desk.mustBeOn();
        return vehicles.stored().stream()
                .map(stored -> new NeedForm(
                        stored.id(),
                        stored.tags().reveal(),
                        Milliamps.of(stored.need().minimum()),
                        stored.need().neverPause(),
                        stored.need().wakePulse()))
                .toList();
    }

    @PostMapping("/vehicles")
    @ResponseStatus(HttpStatus.CREATED)
    int add(@RequestBody NeedForm form, @Nullable Principal who) {
        desk.mustBeOn();
        if (form.tags() == null || form.tags().isBlank()) {
            throw wrong("tags", "a need is of a tag, or of tags that begin alike");
        }
        IdTag tags = new IdTag(form.tags().strip());
        VehicleNeed need = need(new VehicleNeed.Tags(tags), form.minimumMa(), form.neverPause(), form.wakePulse());
        int id = vehicles.add(tags, need);
        desk.loop().changed();
        desk.write(who, Action.NEED_SET, "a tag, need " + id, words(need));
        return id;
    }

    @DeleteMapping("/vehicles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int id, @Nullable Principal who) {
        desk.mustBeOn();
        if (!vehicles.withdraw(id)) {
            throw FrontDesk.notFound("need " + id);
        }
        desk.loop().changed();
        desk.write(who, Action.NEED_WITHDRAWN, "need " + id, "");
    }

    /** Of the sessions that run. */
    @GetMapping("/vehicles/sessions")
    List<SessionNeed> ofSessions() {
        desk.mustBeOn();
        List<SessionNeed> found = new ArrayList<>();
        for (CycleReport report : desk.loop().reports()) {
            report.snapshot().site().evses().forEach(evse -> {
                Session session = report.facts().of(evse.ref()).session();
                vehicles.needs().stream()
                        .filter(need ->
                                session != null && need.whose() instanceof VehicleNeed.OneSession && need.isOf(session))
                        .map(need -> view(evse.ref(), need))
                        .forEach(found::add);
            });
        }
        return found;
    }

    private static SessionNeed view(EvseRef evse, VehicleNeed need) {
        return new SessionNeed(
                evse.chargeBoxId(),
                evse.evseId(),
                need.whose() instanceof VehicleNeed.OneSession(int transactionId) ? (Integer) transactionId : null,
                Milliamps.of(need.minimum()),
                need.neverPause(),
                need.wakePulse());
    }

    /** Of the session that runs there now, before what its tag needs. */
    @PutMapping("/vehicles/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestBody SessionNeed form, @Nullable Principal who) {
        desk.mustBeOn();
        if (form.chargeBoxId() == null || form.chargeBoxId().isBlank()) {
            throw wrong("evse", "an EVSE is named by its station and its number");
        }
        EvseRef evse = new EvseRef(form.chargeBoxId(), form.evseId());
        int transaction = running(evse).transactionId();
        VehicleNeed need =
                need(new VehicleNeed.OneSession(transaction), form.minimumMa(), form.neverPause(), form.wakePulse());
        vehicles.put(transaction, need);
        desk.loop().changed();
        desk.write(who, Action.NEED_SET, evse.toString(), words(need));
    }

    @DeleteMapping("/vehicles/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawOfSession(@RequestParam String chargeBoxId, @RequestParam int evseId, @Nullable Principal who) {
        desk.mustBeOn();
        EvseRef evse = new EvseRef(chargeBoxId, evseId);
        if (!vehicles.withdrawOfSession(running(evse).transactionId())) {
            throw FrontDesk.notFound("need of the session at " + evse);
        }
        desk.loop().changed();
        desk.write(who, Action.NEED_WITHDRAWN, evse.toString(), "");
    }

    private Session running(EvseRef evse) {
        for (CycleReport report : desk.loop().reports()) {
            Session session = report.facts().of(evse).session();
            if (report.snapshot().site().evse(evse) != null && session != null && session.hasUsableId()) {
                return session;
            }
        }
        throw new ResponseStatusException(HttpStatus.CONFLICT, "no session runs at " + evse);
    }

    private static VehicleNeed need(
            VehicleNeed.Whose whose,
            @Nullable Integer minimumMa,
            @Nullable Boolean neverPause,
            @Nullable Boolean wakePulse) {
        boolean isNeverPaused = Boolean.TRUE.equals(neverPause);
        boolean isPulsed = Boolean.TRUE.equals(wakePulse);
        if (minimumMa == null && !isNeverPaused && !isPulsed) {
            throw wrong("minimumMa", "say at least one of: a minimum, never pause, wake by a pulse");
        }
        try {
            Current minimum = minimumMa == null ? null : Current.ofMilliamps(minimumMa);
            return new VehicleNeed(whose, minimum, isNeverPaused, isPulsed);
        } catch (IllegalArgumentException e) {
            throw wrong("minimumMa", String.valueOf(e.getMessage()));
        }
    }

    private static String words(VehicleNeed need) {
        return (need.minimum() == null ? "" : "minimum " + need.minimum() + "; ")
                + (need.neverPause() ? "never paused; " : "")
                + (need.wakePulse() ? "woken by a pulse" : "");
    }

    private static InvalidSite wrong(String field, String message) {
        return new InvalidSite(List.of(new Problem("vehicle", field, message)));
    }
}
