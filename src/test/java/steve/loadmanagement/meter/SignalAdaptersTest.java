/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import support.Await;
import support.ModbusServer;
import support.Mqtt5Broker;
import support.MqttBroker;

/** Ways to control boxes and brokers, against servers that are not ours: what comes, what is lost, what comes back. */
class SignalAdaptersTest {

    private static final int UNIT = 3;

    @TempDir
    Path folder;

    private final Queue<LineNews> news = new ConcurrentLinkedQueue<>();
    private final SignalAdapters adapters = new SignalAdapters(Clock.systemUTC(), _ -> MqttBroker.PASSWORD, news::add);

    @AfterEach
    void close() {
        adapters.close();
    }

    private static SignalLine line(int id, SignalSource source) {
        return new SignalLine(new SignalLineId(id), new StrandId(1), "Line " + id, source, 0);
    }

    private static ValuePath at(String pointer) {
        return new ValuePath("grid/box", pointer, BigDecimal.ONE);
    }

    private static Broker broker(int port, int version) {
        return new Broker("tcp://127.0.0.1:" + port, version, MqttBroker.USER, null);
    }

    private static SignalSource contact(int port, boolean isCoil, boolean isInverted) {
        return new SignalSource.ModbusDimming("127.0.0.1", port, UNIT, isCoil, 4, Duration.ofMillis(200), isInverted);
    }

    private boolean came(Predicate<LineNews> what) {
        return news.stream().anyMatch(what);
    }

    private static Predicate<LineNews> dimmed(boolean isDimmed, @Nullable Integer watts) {
        return it -> it instanceof LineNews.Dimmed dimmed
                && dimmed.isDimmed() == isDimmed
                && java.util.Objects.equals(dimmed.limit(), watts == null ? null : Power.ofWatts(watts));
    }

    private static Predicate<LineNews> unusable(String words) {
        return it -> it instanceof LineNews.Unusable unusable && unusable.why().contains(words);
    }

    @ParameterizedTest(name = "coil {0}, inverted {1}")
    @CsvSource({"true,false", "true,true", "false,false", "false,true"})
    void aContactOfAControlBoxIsReadAgainAndAgain(boolean isCoil, boolean isInverted) {
        try (ModbusServer box = new ModbusServer(UNIT)) {
            set(box, isCoil, false);
            adapters.keep(List.of(line(1, contact(box.port(), isCoil, isInverted))));
            Await.until("it is off", () -> came(dimmed(isInverted, null)));
            set(box, isCoil, true);
            Await.until("it is on", () -> came(dimmed(!isInverted, null)));
        }
    }

    private static void set(ModbusServer box, boolean isCoil, boolean isOn) {
        if (isCoil) {
            box.coil(4, isOn);
        } else {
            box.contact(4, isOn);
        }
    }

    @Test
    void aControlBoxThatIsGoneSaysSoAndComesBack() {
        int port = ModbusServer.freePort();
        adapters.keep(List.of(line(1, contact(port, true, false))));
        Await.until("nobody is there", () -> came(unusable("127.0.0.1:" + port)));
        try (ModbusServer box = new ModbusServer(UNIT, port)) {
            box.coil(4, true);
            Await.until("it dims", () -> came(dimmed(true, null)));
        }
        news.clear();
        Await.until("it is gone", () -> came(unusable("127.0.0.1:" + port)));
        try (ModbusServer box = new ModbusServer(UNIT, port)) {
            box.coil(4, false);
            Await.until("it is back", () -> came(dimmed(false, null)));
        }
    }

    @Test
    void aCoilThatTheBoxDoesNotHaveIsNamed() {
        try (ModbusServer box = new ModbusServer(UNIT)) {
            box.contact(4, true);
            adapters.keep(List.of(line(1, contact(box.port(), true, false))));
            Await.until("it is named", () -> came(unusable("unit " + UNIT)));
            assertThat(news).noneMatch(LineNews.Dimmed.class::isInstance);
        }
    }

    @Test
    void aTopicDimsAndReleases() throws Exception {
        int port = ModbusServer.freePort();
        SignalSource source = new SignalSource.MqttDimming(broker(port, 3), at("/state"), at("/limit_w"));
        try (MqttBroker broker = new MqttBroker(folder, port, null)) {
            broker.publish("grid/box", "{\"state\":\"on\",\"limit_w\":8400}");
            adapters.keep(List.of(line(1, source)));
            Await.until("it dims", () -> came(dimmed(true, 8400)));
            broker.publish("grid/box", "{\"state\":true}");
            Await.until("it dims to the minimum by law", () -> came(dimmed(true, null)));
            broker.publish("grid/box", "{\"state\":0,\"limit_w\":8400}");
            Await.until("it releases", () -> came(dimmed(false, null)));
            news.clear();
            broker.publish("grid/box", "{\"state\":\"perhaps\"}");
            Await.until("nonsense is named", () -> came(unusable("'perhaps'")));
            assertThat(news).noneMatch(LineNews.Dimmed.class::isInstance);
        }
    }

    @Test
    void whoDimsAndSaysALimitThatMakesNoSenseDimsAllTheSame() throws Exception {
        int port = ModbusServer.freePort();
        SignalSource source = new SignalSource.MqttDimming(broker(port, 5), at("/state"), at("/limit_w"));
        try (Mqtt5Broker broker = new Mqtt5Broker(port, null)) {
            broker.publish("grid/box", "{\"state\":1,\"limit_w\":-5}");
            adapters.keep(List.of(line(1, source)));
            Await.until("it is named", () -> came(unusable("from 0 to")));
            assertThat(news).anyMatch(dimmed(true, null));
        }
    }

    @Test
    void aTopicLimitsForAWhile() throws Exception {
        int port = ModbusServer.freePort();
        SignalSource source = new SignalSource.MqttLimit(
                broker(port, 5),
                Map.of(
                        MeterQuantity.POWER, new ValuePath("grid/box", "/kw", BigDecimal.valueOf(1000)),
                        MeterQuantity.CURRENT_L1, at("/a/0"),
                        MeterQuantity.CURRENT_L2, at("/a/1"),
                        MeterQuantity.CURRENT_L3, at("/a/2")),
                at("/for_s"),
                Duration.ofMinutes(5));
        Limit limit = new Limit(
                new PhaseCurrents(Current.ofMilliamps(16_500), Current.ofAmps(20), Current.ZERO),
                Power.ofWatts(12_500),
                LimitSource.MQTT);
        try (Mqtt5Broker broker = new Mqtt5Broker(port, null)) {
            broker.publish("grid/box", "{\"kw\":12.5,\"a\":[16.5,20,0],\"for_s\":60}");
            adapters.keep(List.of(line(1, source)));
            Await.until("it limits", () -> came(limited(limit, Duration.ofMinutes(1))));
            broker.publish("grid/box", "{\"kw\":12.5,\"a\":[16.5,20,0]}");
            Await.until("for as long as is usual", () -> came(limited(limit, Duration.ofMinutes(5))));
            news.clear();
            for (String nonsense : List.of(
                    "{\"kw\":12.5,\"a\":[16.5,20]}",
                    "{\"kw\":-1,\"a\":[16.5,20,0]}",
                    "{\"kw\":\"NaN\",\"a\":[16.5,20,0]}",
                    "{\"kw\":12.5,\"a\":[16.5,20,99999]}",
                    "{\"kw\":12.5,\"a\":[16.5,20,0],\"for_s\":-1}",
                    "{\"kw\":12.5,\"a\":[16.5,20,0],\"for_s\":1e12}",
                    "x".repeat(100_000))) {
                broker.publish("grid/box", nonsense);
            }
            Await.until("each is named", () -> news.size() == 7);
            assertThat(news).allMatch(LineNews.Unusable.class::isInstance);
        }
    }

    private static Predicate<LineNews> limited(Limit limit, Duration validFor) {
        return it -> it instanceof LineNews.Limited limited
                && limited.limit().equals(limit)
                && limited.validFor().equals(validFor);
    }
}
