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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.ledger.Outcome;

/** A station with its plugs, its connection and its habits. */
final class Station {

    private final String id;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Habits habits;
    private final Steve steve;
    private final Link link;
    private final List<Plug> plugs;
    private final Map<Plug, Visit> visits = new IdentityHashMap<>();
    private final List<Runnable> keptForLater = new ArrayList<>();
    private boolean isBroken;
    private Manners manners = Manners.good();
    private boolean isRefusing;
    private int profilesReceived;
    private int commandsInVain;
    private boolean obeys;

    Station(String id, Habits habits, List<Plug> plugs, Timeline timeline, RandomGenerator random, Steve steve) {
        this.id = id;
        this.habits = habits;
        this.plugs = plugs;
        this.timeline = timeline;
        this.random = random;
        this.steve = steve;
        this.link = new Link(timeline, random);
    }

    String id() {
        return id;
    }

    Habits habits() {
        return habits;
    }

    /** From now on it deals with profiles like that. */
    void behave(Manners its) {
        manners = its;
        plugs.forEach(plug -> plug.behave(its));
    }

    /** How many profiles it refused or ignored before the first grant that it did. */
    int commandsInVain() {
        return commandsInVain;
    }

    /** Whether it ever did what it was told. */
    boolean obeys() {
        return obeys;
    }

    Link link() {
        return link;
    }

    List<Plug> plugs() {
        return plugs;
    }

    int takeProfilesReceived() {
        int received = profilesReceived;
        profilesReceived = 0;
        return received;
    }

    private Instant clock() {
        return timeline.now().plus(habits.clockOffset());
    }

    /** It opens its connection, as soon as SteVe answers and its line works. */
    void connect() {
        if (link.isOpen()) {
            return;
        }
        if (isBroken || !steve.isUp()) {
            timeline.after(Duration.ofSeconds(5 + random.nextInt(20)), this::connect);
            return;
        }
        plugs.forEach(Plug::beforeItsLineChanges);
        link.open();
        steve.connected(this);
        List<Runnable> kept = List.copyOf(keptForLater);
        keptForLater.clear();
        deliver(kept);
    }

    /** What it kept goes out one by one, with new messages in between. */
    private void deliver(List<Runnable> kept) {
        Duration after = Duration.ZERO;
        for (Runnable message : kept) {
            timeline.after(after, () -> sendOrKeep(message));
            after = after.plusMillis(random.nextInt(200, 4000));
        }
    }

    /** The connection ends; the station tries again after a while. */
    void disconnected() {
        if (link.isOpen()) {
            plugs.forEach(Plug::beforeItsLineChanges);
            link.close();
            steve.disconnected(this);
            timeline.after(Duration.ofSeconds(5 + random.nextInt(55)), this::connect);
        }
    }

    /** Its line is dead for so long. */
    void breakLine(Duration time) {
        timeline.tell(() -> id + " has lost its line for " + time);
        isBroken = true;
        disconnected();
        timeline.after(time, () -> {
            isBroken = false;
            connect();
        });
    }

    /** Whether it rejects whatever it is told. */
    void refuse(boolean refuses) {
        isRefusing = refuses;
    }

    /** It starts anew. The car stays, and its transaction goes on. */
    void reboot(Duration time) {
        for (Plug plug : plugs) {
            if (habits.forgetsOnBoot()) {
                plug.forget();
            } else {
                plug.forgetGrant();
            }
        }
        timeline.tell(() -> id + " boots" + (habits.forgetsOnBoot() ? " and forgets" : ""));
        keptForLater.addFirst(() -> steve.booted(this));
        breakLine(time);
    }

    void plugIn(Plug plug, Car car) {
        timeline.tell(() -> plug.evse() + " has a car");
        plug.plugIn(car);
        Visit visit = new Visit(clock());
        visits.put(plug, visit);
        sendOrKeep(() -> start(plug, car, visit));
        if (habits.meterInterval() != null) {
            timeline.after(habits.meterInterval(), () -> meter(plug, car));
        }
        if (habits.lies()) {
            timeline.after(Duration.ofSeconds(60 + random.nextInt(600)), () -> lie(plug, car));
        }
    }

    private void start(Plug plug, Car car, Visit visit) {
        int transaction = steve.started(this, plug, visit.startedAt);
        visit.transaction = transaction;
        link.down(() -> {
            if (plug.car() == car) {
                plug.knows(transaction);
            }
            status(plug);
        });
    }

    void unplug(Plug plug) {
        Visit visit = visits.get(plug);
        plug.unplug();
        timeline.tell(() -> plug.evse() + " is free");
        if (visit != null) {
            sendOrKeep(() -> steve.stopped(this, plug, visit.transaction));
        }
        status(plug);
    }

    /** It sends the start of the last transaction at that plug once more. */
    void replayStart(Plug plug) {
        Visit visit = visits.get(plug);
        if (visit != null) {
            send(() -> steve.started(this, plug, visit.startedAt));
        }
    }

    /** From a car's coming to its going. The station learns the transaction's number when it has its answer. */
    private static final class Visit {

        private final Instant startedAt;
        private int transaction = -1;

        private Visit(Instant startedAt) {
            this.startedAt = startedAt;
        }
    }

    private void lie(Plug plug, Car car) {
        if (plug.car() == car) {
            send(() -> steve.status(this, plug, EvseStatus.AVAILABLE, clock()));
        }
    }

    private void status(Plug plug) {
        EvseStatus status = plug.car() == null
                ? EvseStatus.AVAILABLE
                : plug.offeredMa() == 0 ? EvseStatus.SUSPENDED_EVSE : EvseStatus.CHARGING;
        Instant stampedAt = clock();
        send(() -> steve.status(this, plug, status, stampedAt));
    }

    private void meter(Plug plug, Car car) {
        Duration interval = habits.meterInterval();
        if (plug.car() != car || interval == null) {
            return;
        }
        MeterSample sample = new MeterSample(
                plug.evse(), plug.transaction(), car.phases(), car.drawnMa(), plug.registerWh(), clock());
        if (link.isOpen() || habits.flushesOldReadings()) {
            sendOrKeep(() -> steve.metered(this, sample));
        }
        timeline.after(interval, () -> meter(plug, car));
    }

    private void send(Runnable arrival) {
        link.up(arrival);
    }

    private void sendOrKeep(Runnable arrival) {
        if (link.isOpen()) {
            link.up(arrival);
        } else {
            keptForLater.add(arrival);
        }
    }

    /** SteVe sets a profile. */
    void setProfile(SetChargingProfileRequest request, Consumer<Outcome> answer) {
        link.down(() -> {
            profilesReceived++;
            Outcome outcome = take(request);
            plugs.forEach(plug -> plug.told(request, outcome));
            timeline.tell(() -> id + "/" + request.getConnectorId() + " takes "
                    + request.getCsChargingProfiles().getChargingProfilePurpose() + " "
                    + ProfileReading.words(request) + ": " + outcome);
            if (!link.losesThisAnswer()) {
                link.up(() -> answer.accept(outcome));
            }
        });
    }

    private Outcome take(SetChargingProfileRequest request) {
        if (isRefusing || isOneOf(habits.rejects())) {
            return new Outcome.Rejected();
        }
        Plug plug = plug(request.getConnectorId());
        ChargingProfile profile = request.getCsChargingProfiles();
        Manners.Verdict verdict = manners.of(profile, plug != null && plug.car() != null, timeline.now());
        commandsInVain += verdict == Manners.Verdict.OBEYED || obeys ? 0 : 1;
        obeys |= verdict == Manners.Verdict.OBEYED;
        return switch (verdict) {
            case REJECTED -> new Outcome.Rejected();
            case NOT_SUPPORTED -> new Outcome.NotSupported();
            case OBEYED, IGNORED -> {
                boolean isDone = verdict == Manners.Verdict.OBEYED && !isOneOf(habits.ignores());
                boolean isTaken = plug != null && plug.install(profile, isDone);
                yield isTaken ? new Outcome.Accepted() : new Outcome.Rejected();
            }
        };
    }

    private boolean isOneOf(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    private @Nullable Plug plug(int connector) {
        return plugs.stream()
                .filter(plug -> plug.evse().evseId() == connector)
                .findFirst()
                .orElse(null);
    }
}
