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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ConfigurationDesk;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.control.StationStore.Known;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.quirk.Capabilities;
import steve.loadmanagement.quirk.ConfigurationHelp;

/** Stations as they are, how they are treated, and help with their configuration. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class StationController {

    /** Some keys are set one after the other, each with the time-out of a call. */
    private static final int LONGEST_WAIT_S = 120;

    private final FrontDesk frontDesk;
    private final Stations stations;
    private final StationDesk desk;
    private final ConfigurationDesk configuration;

    StationController(FrontDesk frontDesk, Stations stations, StationDesk desk, ConfigurationDesk configuration) {
        this.frontDesk = frontDesk;
        this.stations = stations;
        this.desk = desk;
        this.configuration = configuration;
    }

    /**
     * A station, and how it is treated.
     *
     * @param assigned the quirk profile that an operator chose; null: the one that fits best
     * @param profile the one in force; null: none, it is as usual
     * @param configuration its keys as it sent them
     */
    record StationView(
            String chargeBoxId,
            @Nullable String vendor,
            @Nullable String model,
            @Nullable String firmware,
            @Nullable String assigned,
            @Nullable String profile,
            boolean controllable,
            Capabilities capabilities,
            Map<String, String> configuration,
            List<ConfigurationHelp.Proposal> proposals) {}

    @GetMapping("/quirks/stations")
    List<StationView> all() {
        return stations.all().stream().map(this::view).toList();
    }

    private StationView view(Known known) {
        Capabilities capabilities = Capabilities.of(known.configuration());
        var fit = stations.fit(known.chargeBoxId());
        return new StationView(
                known.chargeBoxId(),
                known.identity().vendor(),
                known.identity().model(),
                known.identity().firmware(),
                known.assigned(),
                fit.profile(),
                fit.controllable(),
                capabilities,
                new TreeMap<>(known.configuration()),
                known.configuredAt() == null
                        ? List.of()
                        : ConfigurationHelp.proposals(capabilities, fit.leastSampleSeconds(), Map.of()));
    }

    /** @param profile null: the one that fits best */
    record Assignment(
            @Nullable String chargeBoxId, @Nullable String profile) {}

    @PutMapping("/quirks/stations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@RequestBody Assignment assignment, @Nullable Principal who) {
        String station = named(assignment.chargeBoxId(), "a station");
        wrong(() -> stations.assign(station, assignment.profile()));
        String profile = assignment.profile() == null ? "the one that fits best" : assignment.profile();
        frontDesk.write(who, Action.QUIRKS_ASSIGNED, station, profile);
    }

    /** Asks the station for its keys. */
    @PostMapping("/quirks/stations/keys")
    Map<String, String> readKeys(@RequestParam String chargeBoxId) {
        return answer(desk.readKeys(chargeBoxId));
    }

    /** A key to be set; what became of it comes back. */
    record Setting(
            @Nullable String chargeBoxId,
            @Nullable String key,
            @Nullable String value) {}

    @PostMapping("/quirks/stations/configuration")
    ConfigurationDesk.Done set(@RequestBody Setting setting, @Nullable Principal who) {
        String station = named(setting.chargeBoxId(), "a station");
        String key = named(setting.key(), "a key");
        String value = setting.value() == null ? "" : setting.value();
        ConfigurationDesk.Done done = answer(
                configuration.set(station, key, value, stations.fit(station).oneMeasurandAtATime()));
        frontDesk.write(who, Action.KEY_SET, station, key + ": " + value + "; " + done.result());
        return done;
    }

    private static String named(@Nullable String given, String what) {
        if (given == null || given.isBlank()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, what + " must be named");
        }
        return given;
    }

    /** Waits for the station: an asynchronous answer would be authorised a second time, which not every host does alike. */
    private static <T> T answer(CompletableFuture<T> errand) {
        try {
            return errand.orTimeout(LONGEST_WAIT_S, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StationErrands.NotDone notDone) {
                throw notDone;
            }
            throw new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT, "the station does not answer", e);
        }
    }

    private static void wrong(Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
        }
    }
}
