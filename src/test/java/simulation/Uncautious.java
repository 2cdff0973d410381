/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/**
 * The same plan for the same cars without the ledger's caution: every second each car is offered at once what the plan gives
 * it, its conductors are known, in a closed loop its appetite too, and no station stands between. What caution costs is measured against it.
 */
final class Uncautious {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final CarPark carPark;
    private final List<Plug> plugs;
    private final TreeAllocator allocator = new TreeAllocator();
    private final Map<EvseRef, Instant> turns = new HashMap<>();
    private final Map<EvseRef, Current> offered = new HashMap<>();
    private final Map<EvseRef, Car> cars = new HashMap<>();

    private Uncautious(CarPark carPark) {
        this.carPark = carPark;
        this.plugs = carPark.stations().stream()
                .flatMap(station -> station.plugs().stream())
                .toList();
    }

    static void controls(CarPark carPark) {
        new Uncautious(carPark).tick();
    }

    private void tick() {
        List<Demand> demands = new ArrayList<>();
        for (Plug plug : plugs) {
            Demand demand = demand(plug);
            if (demand != null) {
                demands.add(demand);
            }
        }
        Instant now = carPark.timeline().now();
        Plan plan = allocator.allocate(new Snapshot(now, carPark.site(), Capacities.of(carPark.site()), demands));
        plugs.forEach(plug -> offer(plug, plan.of(plug.evse()), now));
        carPark.timeline().after(TICK, this::tick);
    }

    private @Nullable Demand demand(Plug plug) {
        Car car = plug.car();
        Evse evse = carPark.site().evse(plug.evse());
        if (car == null || evse == null) {
            return null;
        }
        boolean isSeen = carPark.site().strand(evse.strand()).closedLoop();
        if (isSeen && car.isFull()) {
            return null;
        }
        Current most = Current.ofMilliamps(car.mostMa());
        return new Demand(
                plug.evse(),
                evse.minimum(),
                isSeen ? evse.rating().min(most) : evse.rating(),
                Demand.Cause.VEHICLE,
                car.phases(),
                Priority.COMMON_TIER,
                evse.weight(),
                Energy.ofWattHours((int) car.takenWh()),
                turns.get(plug.evse()),
                evse.neverPause());
    }

    private void offer(Plug plug, @Nullable Allocation allocation, Instant now) {
        Current current = allocation == null ? Current.ZERO : allocation.current();
        Car car = plug.car();
        boolean isNew = car != null && cars.get(plug.evse()) != car;
        if (car != null && (isNew || !current.equals(offered.get(plug.evse())))) {
            cars.put(plug.evse(), car);
            offered.put(plug.evse(), current);
            car.offer(current.milliamps());
        }
        Instant since = turns.get(plug.evse());
        if (current.isZero()) {
            turns.remove(plug.evse());
        } else if (since == null || since.isBefore(Slots.QUARTER_HOURS.startOf(now))) {
            turns.put(plug.evse(), now);
        }
    }
}
