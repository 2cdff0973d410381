/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import support.Host;
import support.RawStation;

/** Stations that charge and send MeterValues at a steady rate. A station that is behind leaves out what it missed. */
final class MeterLoad implements AutoCloseable {

    private record Charging(RawStation station, int transaction) {}

    private final List<Charging> stations = new ArrayList<>();

    MeterLoad(Host host, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            host.register(prefix + i, 1);
            RawStation station = RawStation.connect(host.stationUrl(prefix + i));
            stations.add(new Charging(station, station.start(1)));
        }
    }

    /** The round trips of one burst in order, ns. */
    long[] burst(int messagesASecond, int seconds) {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long every = TimeUnit.SECONDS.toNanos(stations.size()) / messagesASecond;
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            Charging charging = stations.get(i);
            long first = begin + i * every / stations.size();
            sent.add(CompletableFuture.runAsync(
                    () -> send(charging, first, every, end, nanos), Thread::startVirtualThread));
        }
        sent.forEach(CompletableFuture::join);
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void send(Charging charging, long first, long every, long end, Queue<Long> nanos) {
        for (long due = first; due < end; due += every) {
            long before = System.nanoTime();
            if (before - due > every) {
                continue;
            }
            LockSupport.parkNanos(due - before);
            long sent = System.nanoTime();
            charging.station().call("MeterValues", meterValues(charging.transaction()));
            nanos.add(System.nanoTime() - sent);
        }
    }

    private static String meterValues(int transaction) {
        return """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"10.0","measurand":"Current.Import","phase":"L1","unit":"A"},
                {"value":"10.0","measurand":"Current.Import","phase":"L2","unit":"A"},
                {"value":"10.0","measurand":"Current.Import","phase":"L3","unit":"A"},
                {"value":"1000","measurand":"Energy.Active.Import.Register","unit":"Wh"}]}]}""".formatted(transaction, Instant.now());
    }

    @Override
    public void close() {
        stations.forEach(charging -> charging.station().close());
    }
}
