/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.control.MeterConnections;
import steve.loadmanagement.control.MeterSecrets;
import steve.loadmanagement.control.MeterTest;

/** Keeps the ways to the meters open. Stations' meters and those that push come by themselves. */
public final class MeterAdapters implements MeterConnections, MeterTest, AutoCloseable {

    private static final Duration LONGEST_TEST = Duration.ofSeconds(10);

    private final Clock clock;
    private final MeterSecrets secrets;
    private final Consumer<MeterReading> sink;
    private final Connections<MeterSettings> connections = new Connections<>();

    public MeterAdapters(Clock clock, MeterSecrets secrets, Consumer<MeterReading> sink) {
        this.clock = clock;
        this.secrets = secrets;
        this.sink = sink;
    }

    @Override
    public void keep(List<MeterSettings> meters) {
        connections.keep(meters, meter -> connect(meter, secrets.of(meter.id()), sink));
    }

    private @Nullable Connection connect(MeterSettings meter, @Nullable String secret, Consumer<MeterReading> to) {
        try {
            return switch (meter.source()) {
                case MeterSource.ModbusTcp it -> poll(meter, modbus(it), it.interval(), to);
                case MeterSource.HttpPoll it -> poll(meter, new HttpProbe(it, secret), it.interval(), to);
                case MeterSource.Mqtt it -> {
                    TopicValues values = new TopicValues(it.values(), meter.maximumAge());
                    yield MqttConnection.start(
                            thread(meter), it.at(), secret, new MeterTopics(meter, values, clock, to));
                }
                case MeterSource.OcppStation _, MeterSource.HttpPush _ -> null;
            };
        } catch (MeterFailure | IllegalArgumentException e) {
            to.accept(new MeterReading.Unusable(meter.id(), String.valueOf(e.getMessage()), clock.instant()));
            return null;
        }
    }

    private Connection poll(MeterSettings meter, Probe probe, Duration interval, Consumer<MeterReading> to) {
        ProbedMeter probed = new ProbedMeter(meter, probe, clock);
        return Polling.start(thread(meter), interval, () -> to.accept(probed.read()), probe::close);
    }

    private static String thread(MeterSettings meter) {
        return "load-management-meter-" + meter.id();
    }

    private static Probe modbus(MeterSource.ModbusTcp source) throws MeterFailure {
        RegisterMap map = RegisterMaps.of(source.registerMap());
        if (map == null) {
            throw new MeterFailure("there is no register map " + source.registerMap());
        }
        return new ModbusProbe(source, map);
    }

    @Override
    public MeterReading test(MeterSettings meter, @Nullable String secret) {
        CompletableFuture<MeterReading> first = new CompletableFuture<>();
        Connection connection = connect(meter, secret, first::complete);
        if (connection == null && !first.isDone()) {
            return new MeterReading.Unusable(
                    meter.id(), "nothing to test: its values come by themselves once it is stored", clock.instant());
        }
        try {
            return first.get(LONGEST_TEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new MeterReading.Unusable(
                    meter.id(),
                    "connected, and nothing complete came within " + LONGEST_TEST.toSeconds() + " s",
                    clock.instant());
        } catch (ExecutionException e) {
            return new MeterReading.Unusable(
                    meter.id(), MeterFailure.of("it failed", e).words(), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MeterReading.Unusable(meter.id(), "interrupted", clock.instant());
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
