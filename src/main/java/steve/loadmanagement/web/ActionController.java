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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.control.PauseStore;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Problem;

/** What an operator does to one EVSE by hand; each goes into the audit. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class ActionController {

    private static final int FIRST_TIER = 0;

    private final FrontDesk desk;
    private final SiteEditor sites;
    private final PriorityStore priorities;
    private final PauseStore pauses;

    ActionController(FrontDesk desk, SiteEditor sites, PriorityStore priorities, PauseStore pauses) {
        this.desk = desk;
        this.sites = sites;
        this.priorities = priorities;
        this.pauses = pauses;
    }

    /** What can be done. */
    enum Deed {
        /** Nothing for it, until then. */
        PAUSE,
        /** Priority for it, until then. */
        BOOST,
        /** Neither any more. */
        RELEASE,
        /** Everything is sent to its station again. */
        REAPPLY,
        /** No longer controlled: its profiles are cleared, its rating is held back. */
        EXCLUDE,
        /** Controlled again. */
        INCLUDE
    }

    /**
     * An order.
     *
     * @param until for PAUSE, left out: until released; for BOOST it must be there
     */
    record Order(
            @Nullable String action,
            @Nullable String chargeBoxId,
            @Nullable Integer evseId,
            @Nullable Instant until) {

        Deed deed() {
            return Arrays.stream(Deed.values())
                    .filter(deed -> deed.name().equals(action))
                    .findFirst()
                    .orElseThrow(() -> wrong("action", "is one of " + Arrays.toString(Deed.values())));
        }
    }

    @PostMapping("/actions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(@RequestBody Order order, @Nullable Principal who) {
        desk.mustBeOn();
        Deed deed = order.deed();
        Placement placement = sites.placements().stream()
                .filter(known -> known.ref().chargeBoxId().equals(order.chargeBoxId())
                        && order.evseId() != null
                        && known.ref().evseId() == order.evseId())
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("EVSE " + order.chargeBoxId() + "/" + order.evseId()));
        Instant until = order.until();
        if (until != null && !until.isAfter(desk.now())) {
            throw wrong("until", "is over already");
        }
        EvseRef evse = placement.ref();
        AuditLog.Action done = switch (deed) {
            case PAUSE -> pause(evse, until);
            case BOOST -> boost(evse, until);
            case RELEASE -> release(evse);
            case REAPPLY -> reapply(evse);
            case EXCLUDE -> controllable(placement, false);
            case INCLUDE -> controllable(placement, true);
        };
        desk.loop().changed();
        desk.write(who, done, evse.toString(), until == null ? "" : "until " + until);
    }

    private AuditLog.Action pause(EvseRef evse, @Nullable Instant until) {
        pauses.put(new PauseStore.Pause(evse, until));
        return AuditLog.Action.PAUSED;
    }

    private AuditLog.Action boost(EvseRef evse, @Nullable Instant until) {
        if (until == null) {
            throw wrong("until", "a boost ends at some time");
        }
        priorities.insert(new Priority(null, evse, FIRST_TIER, desk.now(), until));
        return AuditLog.Action.BOOSTED;
    }

    private AuditLog.Action release(EvseRef evse) {
        pauses.remove(evse);
        priorities.priorities().stream()
                .filter(stored -> evse.equals(stored.priority().evse()))
                .forEach(stored -> priorities.delete(stored.id()));
        return AuditLog.Action.RELEASED;
    }

    /** As if the station had come back: what it was told may be gone, so it is told everything again. */
    private AuditLog.Action reapply(EvseRef evse) {
        if (desk.loop().reports().stream()
                .noneMatch(
                        report -> report.facts().ofStation(evse.chargeBoxId()).connected())) {
            throw wrong("action", "its station is offline: it is told everything when it comes back");
        }
        desk.loop().tryAnew(evse);
        desk.loop().on(new Observation.StationConnected(evse.chargeBoxId(), desk.now()));
        return AuditLog.Action.REAPPLIED;
    }

    private AuditLog.Action controllable(Placement old, boolean controllable) {
        sites.place(List.of(new Placement(
                old.ref(),
                old.strand(),
                old.wiring(),
                old.rating(),
                old.minimum(),
                old.step(),
                old.ownFallback(),
                old.weight(),
                controllable,
                old.neverPause())));
        return controllable ? AuditLog.Action.INCLUDED : AuditLog.Action.EXCLUDED;
    }

    private static InvalidSite wrong(String field, String message) {
        return new InvalidSite(List.of(new Problem("action", field, message)));
    }
}
