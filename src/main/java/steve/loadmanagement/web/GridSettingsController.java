/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.SteerableDevices;
import steve.loadmanagement.control.DynamicSource;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** What is set at the grid connections: targets, rules, devices, and the newest signals. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class GridSettingsController {

    private final Guard guard;
    private final DynamicStore store;

    GridSettingsController(Guard guard, DynamicStore store) {
        this.guard = guard;
        this.store = store;
    }

    /** All of it. */
    record SettingsView(
            List<TargetView> targets, List<RulesView> rules, List<SignalView> signals, List<DeviceView> steerable) {}

    /** Mean power of a quarter hour, W. */
    record TargetView(int strand, int targetW, boolean followsPeak, String zone) {}

    /** Seconds and W; {@code heartbeatS} null: a channel may be silent; {@code failSafeW} null: the minimum by law. */
    record RulesView(
            int strand, @Nullable Long heartbeatS, @Nullable Integer failSafeW, long failSafeForS, long releaseS) {}

    /** The newest of a channel; {@code limitW} null: the minimum by law. */
    record SignalView(
            int strand,
            String channel,
            boolean dimmed,
            @Nullable Integer limitW,
            Instant since,
            Instant heardAt) {}

    /** A controllable device under section 14a EnWG. */
    record DeviceView(String chargeBoxId, int evseId) {}

    @GetMapping("/grid/settings")
    SettingsView settings() {
        guard.mustBeOn();
        DynamicSource.Settings settings = store.read();
        return new SettingsView(
                settings.targets().stream().map(GridSettingsController::view).toList(),
                settings.rules().entrySet().stream()
                        .map(entry -> view(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(RulesView::strand))
                        .toList(),
                settings.signals().stream().map(GridSettingsController::view).toList(),
                settings.steerable().stream()
                        .sorted(Comparator.comparing(EvseRef::toString))
                        .map(evse -> new DeviceView(evse.chargeBoxId(), evse.evseId()))
                        .toList());
    }

    /** The minimum that section 14a EnWG leaves to so many devices. */
    record MinimumView(int devices, int minimumW) {}

    @GetMapping("/grid/minimum")
    MinimumView minimum(@RequestParam int devices) {
        int count = Math.clamp(devices, 0, 100_000);
        return new MinimumView(count, SteerableDevices.minimum(count).watts());
    }

    private static TargetView view(PeakTarget target) {
        return new TargetView(
                target.strand().value(),
                target.target().watts(),
                target.followsPeak(),
                target.zone().getId());
    }

    private static RulesView view(StrandId strand, GridRules rules) {
        Duration heartbeat = rules.heartbeat();
        return new RulesView(
                strand.value(),
                heartbeat == null ? null : (Long) heartbeat.toSeconds(),
                rules.failSafe() == null ? null : (Integer) rules.failSafe().watts(),
                rules.failSafeFor().toSeconds(),
                rules.release().toSeconds());
    }

    private static SignalView view(GridSignal signal) {
        return new SignalView(
                signal.strand().value(),
                signal.channel().name(),
                signal.isDimmed(),
                signal.limit() == null ? null : (Integer) signal.limit().watts(),
                signal.since(),
                signal.heardAt());
    }
}
