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
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.CommissioningLog;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;

/** Commissioning tests: begin, watch, cancel, try what a station does offline, set the wiring that was found; earlier protocols. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class CommissioningController {

    private static final int LONGEST_LIST = 200;
    private static final int MOST_MA = 1_000_000;

    private final FrontDesk desk;
    private final CommissioningDesk tests;
    private final SiteEditor sites;
    private final Stations stations;

    CommissioningController(FrontDesk desk, CommissioningDesk tests, SiteEditor sites, Stations stations) {
        this.desk = desk;
        this.tests = tests;
        this.sites = sites;
        this.stations = stations;
    }

    /** Which EVSE, and who tests it. */
    record Order(
            @Nullable String chargeBoxId,
            int evseId,
            @Nullable String tester) {}

    /** What the operator saw at the vehicle or at the station. */
    record Seen(
            @Nullable String chargeBoxId,
            int evseId,
            @Nullable Integer seenMa) {}

    /** One of the wirings that were found. */
    record WiringOrder(
            @Nullable String chargeBoxId,
            int evseId,
            @Nullable String wiring) {}

    /** A line of the list of protocols. */
    record ProtocolLine(
            int id,
            String chargeBoxId,
            int evseId,
            String tester,
            Instant beganAt,
            @Nullable Instant endedAt) {

        static ProtocolLine of(CommissioningLog.Line line) {
            return new ProtocolLine(
                    line.id(),
                    line.evse().chargeBoxId(),
                    line.evse().evseId(),
                    line.tester(),
                    line.beganAt(),
                    line.endedAt());
        }
    }

    @PostMapping("/commissioning")
    TestView begin(@RequestBody Order order) {
        String tester = tester(order.tester());
        EvseRef evse = evse(order.chargeBoxId(), order.evseId());
        try {
            return view(tests.begin(evse, tester), evse);
        } catch (IllegalStateException e) {
            throw conflict(e);
        }
    }

    @GetMapping("/commissioning")
    TestView watch(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        EvseRef evse = new EvseRef(chargeBoxId, evseId);
        return view(tested(evse), evse);
    }

    @DeleteMapping("/commissioning")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        tests.cancel(new EvseRef(chargeBoxId, evseId));
    }

    /** Begins to try what the station does offline: its connection is to be cut next. */
    @PostMapping("/commissioning/offline")
    TestView beginOffline(@RequestBody Order order) {
        String tester = tester(order.tester());
        EvseRef evse = evse(order.chargeBoxId(), order.evseId());
        try {
            return view(tests.beginOffline(evse, tester), evse);
        } catch (IllegalStateException e) {
            throw conflict(e);
        }
    }

    /** What the vehicle or the station showed once the grant must have fallen back. */
    @PutMapping("/commissioning/offline")
    TestView seenOffline(@RequestBody Seen seen) {
        EvseRef evse = evse(seen.chargeBoxId(), seen.evseId());
        Integer milliamps = seen.seenMa();
        if (milliamps == null || milliamps < 0 || milliamps > MOST_MA) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "enter the current that was seen, 0 A or more");
        }
        try {
            tests.seenOffline(evse, Current.ofMilliamps(milliamps));
        } catch (IllegalStateException e) {
            throw conflict(e);
        }
        return view(tested(evse), evse);
    }

    @DeleteMapping("/commissioning/offline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelOffline(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        try {
            tests.cancelOffline(new EvseRef(chargeBoxId, evseId));
        } catch (IllegalStateException e) {
            throw conflict(e);
        }
    }

    /** Sets a wiring that the newest test has found; never done by itself. */
    @PutMapping("/commissioning/wiring")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setWiring(@RequestBody WiringOrder order, @Nullable Principal who) {
        desk.mustBeOn();
        EvseRef evse = evse(order.chargeBoxId(), order.evseId());
        TestView.WiringView found = view(tested(evse), evse).wiring();
        Wiring wiring = found.candidates().stream()
                .filter(candidate -> candidate.name().equals(order.wiring()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "the test of " + evse + " has not found that wiring"));
        Placement placement = sites.placements().stream()
                .filter(known -> known.ref().equals(evse))
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("EVSE " + evse));
        sites.place(List.of(placement.with(wiring)));
        desk.write(
                who,
                Action.WIRING_SET,
                evse.toString(),
                placement.wiring() + " -> " + wiring + ", of " + found.moments() + " pairs of readings");
    }

    /** Earlier protocols of one EVSE as they are kept, newest first. */
    @GetMapping(path = "/commissioning/protocols", params = "chargeBoxId")
    List<CommissioningLog.Protocol> protocols(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        return tests.log().of(new EvseRef(chargeBoxId, evseId));
    }

    /** Earlier protocols of all EVSEs, newest first. */
    @GetMapping(path = "/commissioning/protocols", params = "!chargeBoxId")
    List<ProtocolLine> newest() {
        return tests.log().newest(LONGEST_LIST).stream().map(ProtocolLine::of).toList();
    }

    @GetMapping("/commissioning/protocols/{id}")
    TestView protocol(@PathVariable int id) {
        CommissioningLog.Kept kept = tests.log().read(id);
        if (kept == null) {
            throw FrontDesk.notFound("protocol " + id);
        }
        return view(kept.test(), kept.evse());
    }

    private TestView view(Commissioning test, EvseRef evse) {
        return TestView.of(
                test, evse, tests.wiring(evse), stations.fit(evse.chargeBoxId()).profile());
    }

    private Commissioning tested(EvseRef evse) {
        Commissioning test = tests.of(evse);
        if (test == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, evse + " was not tested since the start");
        }
        return test;
    }

    private static String tester(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "a tester has a name of 1 to 100 characters");
        }
        return name.strip();
    }

    private static EvseRef evse(@Nullable String chargeBoxId, int evseId) {
        if (chargeBoxId == null || chargeBoxId.isBlank() || evseId < 1) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "an EVSE is named by its station and its number");
        }
        return new EvseRef(chargeBoxId, evseId);
    }

    private static ResponseStatusException conflict(IllegalStateException e) {
        return new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
}
