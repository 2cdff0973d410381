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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.control.SignalConnections;
import steve.loadmanagement.control.SignalSecrets;

/** Opens and closes the ways to control boxes and brokers. */
public final class SignalAdapters implements SignalConnections, AutoCloseable {

    private final Clock clock;
    private final SignalSecrets secrets;
    private final Consumer<LineNews> sink;
    private final Connections<SignalLine> connections = new Connections<>();

    public SignalAdapters(Clock clock, SignalSecrets secrets, Consumer<LineNews> sink) {
        this.clock = clock;
        this.secrets = secrets;
        this.sink = sink;
    }

    @Override
    public void keep(List<SignalLine> lines) {
        connections.keep(lines, this::connect);
    }

    private @Nullable Connection connect(SignalLine line) {
        String thread = "load-management-signal-line-" + line.id();
        try {
            return switch (line.source()) {
                case SignalSource.MqttDimming it ->
                    MqttConnection.start(
                            thread, it.broker(), secrets.of(line.id()), new DimmingTopic(line.id(), it, clock, sink));
                case SignalSource.MqttLimit it ->
                    MqttConnection.start(
                            thread, it.broker(), secrets.of(line.id()), new LimitTopic(line.id(), it, clock, sink));
                case SignalSource.ModbusDimming it -> {
                    ModbusContact contact = new ModbusContact(it);
                    yield Polling.start(
                            thread, it.interval(), () -> sink.accept(read(line.id(), contact)), contact::close);
                }
            };
        } catch (IllegalArgumentException e) {
            sink.accept(new LineNews.Unusable(line.id(), String.valueOf(e.getMessage()), clock.instant()));
            return null;
        }
    }

    private LineNews read(SignalLineId line, ModbusContact contact) {
        try {
            return new LineNews.Dimmed(line, contact.isDimmed(), null, clock.instant());
        } catch (MeterFailure e) {
            return new LineNews.Unusable(line, e.words(), clock.instant());
        } catch (RuntimeException e) {
            return new LineNews.Unusable(line, MeterFailure.of("it failed", e).words(), clock.instant());
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
