/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.capacity.Circumstances;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeteredLoad;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.capacity.Outlook;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.control.Alarms.Condition;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** Watches the grid connections: meters, quarter hours, limits over time, the grid operator. For the control thread. */
final class GridWatch {

    private final DynamicSettings settings;
    private final MeterConnections connections;
    private final MeterInbox inbox = new MeterInbox();
    private final MeteredStrands strands;
    private final PeakWatch peaks;
    private final DimmingWatch dimmings;
    private final SignalWatch signals;
    private volatile List<GridView> views = List.of();
    private Map<MeterId, MeterSettings> connected = Map.of();
    private DynamicSource.Settings inForce = DynamicSource.Settings.NOTHING;
    private List<Site> known = List.of();
    private final Map<StrandId, Site> siteOf = new HashMap<>();

    GridWatch(DynamicPorts ports) {
        this.settings = new DynamicSettings(ports.source());
        this.connections = ports.connections();
        this.strands = new MeteredStrands(ports.log());
        this.peaks = new PeakWatch(ports.log());
        this.dimmings = new DimmingWatch(ports.log());
        this.signals = new SignalWatch(ports.signals());
    }

    /** Takes a reading in, and says whether it shows an overload. From any thread. */
    boolean on(MeterReading reading) {
        return inbox.add(reading);
    }

    /** Takes in what came on a signal line, and says whether it changes what is in force. From any thread. */
    boolean on(LineNews news) {
        return signals.on(news);
    }

    /** The newest that came on a signal line; null: nothing yet. From any thread. */
    @Nullable
    LineNews newest(SignalLineId line) {
        return signals.newest(line);
    }

    /** What a station's meter says as the grid meter that it is; null: it is none. From any thread. */
    @Nullable
    MeterReading ofStation(Observation observation) {
        return observation instanceof Observation.MeterRead read ? inbox.ofStation(read) : null;
    }

    /** Whether that is the meter of a strand. From any thread. */
    boolean isMeter(EvseRef evse) {
        return inbox.isMeter(evse);
    }

    /** Meters, limits or what belongs to them were edited. From any thread. */
    void edited() {
        settings.edited();
    }

    /** What the pages show. From any thread. */
    List<GridView> views() {
        return views;
    }

    /** Takes in what came since the last cycle. */
    void follow(List<Site> sites, Facts facts, Ledger ledger) {
        Instant now = facts.now();
        DynamicSource.Settings newest = signals.follow(settings, now);
        if (!newest.equals(inForce) || !sites.equals(known)) {
            know(newest, sites);
        }
        read(new ControlledLoad(facts, ledger), now);
        followQuarterHours(newest, now);
        followGridOperator(newest, new SteerableLoad(facts, ledger, newest.steerable()), now);
        strands.store(now);
        peaks.store(now);
        dimmings.store();
        views = strands.all().stream().map(strand -> view(strand, now)).toList();
    }

    private void know(DynamicSource.Settings newest, List<Site> sites) {
        inForce = newest;
        siteOf.clear();
        sites.forEach(site -> site.strands().forEach(strand -> siteOf.put(strand.id(), site)));
        connect(newest.meters());
        strands.know(newest, siteOf);
        known = List.copyOf(sites);
    }

    private void connect(List<MeterSettings> meters) {
        Map<MeterId, MeterSettings> wanted = meters.stream().collect(toMap(MeterSettings::id, Function.identity()));
        if (!wanted.equals(connected)) {
            connected = wanted;
            Map<EvseRef, MeterSettings> ofStations = new HashMap<>();
            for (MeterSettings meter : meters) {
                EvseRef station = MeterInbox.station(meter);
                if (station != null) {
                    ofStations.put(station, meter);
                }
            }
            inbox.know(wanted, ofStations);
            connections.keep(meters);
        }
    }

    private void read(ControlledLoad controlled, Instant now) {
        for (MeterReading reading = inbox.take(); reading != null; reading = inbox.take()) {
            MeterSettings meter = connected.get(reading.meter());
            Site site = meter == null ? null : siteOf.get(meter.strand());
            if (meter != null && site != null && reading instanceof MeterReading.Measured measured) {
                Strand strand = site.strand(meter.strand());
                strands.read(strand.id(), measured, controlled.below(strand, site));
            }
        }
        Map<StrandId, MeterInbox.Watched> watched = new HashMap<>();
        for (MeteredStrand it : strands.all()) {
            Capacity bound = Capacities.bound(it.strand(), inForce.limits(), now);
            watched.put(
                    it.strand().id(),
                    new MeterInbox.Watched(it.strand(), it.meters(), bound.currents(), bound.power()));
        }
        inbox.watch(watched);
    }

    private void followQuarterHours(DynamicSource.Settings newest, Instant now) {
        for (MeteredStrand strand : strands.all()) {
            peaks.follow(
                    strand.strand().id(),
                    strand.sum(now),
                    newest.zoneOf(strand.strand().id()),
                    now);
        }
    }

    private void followGridOperator(DynamicSource.Settings newest, SteerableLoad steerable, Instant now) {
        Map<StrandId, List<GridSignal>> signals = newest.signals().stream().collect(groupingBy(GridSignal::strand));
        signals.forEach((strand, ofStrand) -> {
            Site site = siteOf.get(strand);
            if (site != null) {
                dimmings.follow(
                        strand,
                        ofStrand,
                        newest.rules().getOrDefault(strand, GridRules.USUAL),
                        steerable.devices(site.strand(strand), site),
                        steerable.drawn(site.strand(strand), site),
                        now);
            }
        });
    }

    /** What lowers the capacities of that site now. */
    Circumstances circumstances(Site site, Instant now) {
        Map<StrandId, MeteredLoad> metered = new HashMap<>();
        Map<StrandId, Power> targets = new HashMap<>();
        Map<StrandId, Power> dimmed = new HashMap<>();
        for (Strand strand : site.strands()) {
            MeteredStrand it = strands.of(strand.id());
            if (it != null) {
                metered.put(strand.id(), it.load(now));
            }
            Power limit = dimmings.of(strand.id()).limit();
            if (limit != null && new Steerable(inForce.steerable()).areAll(strand, site)) {
                dimmed.put(strand.id(), limit);
            }
        }
        for (PeakTarget target : inForce.targets()) {
            MeteredStrand it = metered.containsKey(target.strand()) ? strands.of(target.strand()) : null;
            Outlook others = it == null ? null : it.outlook(now);
            Power allowed = others == null ? null : peaks.allowed(target, others);
            if (allowed != null) {
                targets.put(target.strand(), allowed);
            }
        }
        return new Circumstances(now, inForce.limits(), metered, targets, dimmed);
    }

    /** Strands below which only some EVSEs are dimmed, and how far. */
    Map<StrandId, Power> dimmedInPart(Site site) {
        Steerable steerable = new Steerable(inForce.steerable());
        Map<StrandId, Power> found = new LinkedHashMap<>();
        for (Strand strand : site.strands()) {
            Power limit = dimmings.of(strand.id()).limit();
            if (limit != null && !steerable.areAll(strand, site)) {
                found.put(strand.id(), limit);
            }
        }
        return found;
    }

    Steerable steerable() {
        return new Steerable(inForce.steerable());
    }

    /** What is wrong at the grid connections. */
    Map<Condition, String> conditions(Instant now) {
        Map<Condition, String> found = new LinkedHashMap<>();
        for (MeteredStrand strand : strands.all()) {
            GridConditions.of(strand, inbox::newest, now, found);
        }
        for (StrandId id : dimmings.limited()) {
            Dimming dimming = dimmings.of(id);
            GridConditions.of(dimming, settings.nameOf(id, strands), found);
        }
        signals.conditions(found);
        return found;
    }

    private GridView view(MeteredStrand strand, Instant now) {
        StrandId id = strand.strand().id();
        List<GridView.MeterView> meters = new ArrayList<>();
        for (MeterSettings meter : strand.meters()) {
            meters.add(new GridView.MeterView(meter, inbox.newest(meter.id())));
        }
        return new GridView(
                id,
                meters,
                strand.sum(now),
                strand.load(now),
                strand.reserve().reserve(),
                peaks.running(id),
                peaks.peak(id),
                dimmings.of(id));
    }
}
