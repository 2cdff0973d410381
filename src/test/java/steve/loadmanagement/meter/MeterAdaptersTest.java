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

import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.site.StrandId;
import support.Await;
import support.ModbusServer;
import support.MqttBroker;

/** Ways to meters: opened, closed, lost and found, against a broker and servers that are not ours. */
class MeterAdaptersTest {

    @TempDir
    Path folder;

    private final Queue<MeterReading> readings = new ConcurrentLinkedQueue<>();
    private final MeterAdapters adapters =
            new MeterAdapters(Clock.systemUTC(), meter -> meter.value() == 9 ? "secret" : null, readings::add);

    @AfterEach
    void close() {
        adapters.close();
    }

    private static MeterSettings meter(int id, MeterSource source) {
        return new MeterSettings(
                new MeterId(id),
                new StrandId(1),
                "M" + id,
                source,
                Spread.BALANCED,
                Duration.ofSeconds(30),
                new StaleRule.StopCharging(),
                false,
                0);
    }

    private static ValuePath at(String topic, String pointer) {
        return new ValuePath(topic, pointer, BigDecimal.ONE);
    }

    private boolean hasPower(int watts) {
        return readings.stream()
                .anyMatch(it -> it instanceof MeterReading.Measured measured
                        && measured.power().watts() == watts);
    }

    private boolean saysThat(String words) {
        return readings.stream()
                .anyMatch(it -> it instanceof MeterReading.Unusable unusable
                        && unusable.why().contains(words));
    }

    private static MeterSource shelly(int port, int version) {
        return new MeterSource.Mqtt(
                "tcp://127.0.0.1:" + port,
                version,
                "meter",
                null,
                Map.of(
                        MeterQuantity.CURRENT_L1, at("shelly/status/em:0", "/a_current"),
                        MeterQuantity.CURRENT_L2, at("shelly/status/em:0", "/b_current"),
                        MeterQuantity.CURRENT_L3, at("shelly/status/em:0", "/c_current"),
                        MeterQuantity.POWER, at("shelly/status/em:0", "/total_act_power")));
    }

    private static String shellyText(int watts) {
        return "{\"id\":0,\"a_current\":4.0,\"b_current\":3.0,\"c_current\":2.0,\"total_act_power\":" + watts + "}";
    }

    @Test
    void takesWhatADevicePublishesAndComesBackWhenTheBrokerDoes() throws Exception {
        int port = ModbusServer.freePort();
        adapters.keep(List.of(meter(9, shelly(port, 3))));
        Await.until("it says that nobody is there", () -> saysThat("127.0.0.1"));
        try (MqttBroker broker = new MqttBroker(folder, port, null)) {
            broker.publish("shelly/status/em:0", shellyText(1500));
            Await.until("the value came", () -> hasPower(1500));
            broker.publish("shelly/status/em:0", "nonsense");
            Await.until("nonsense is named", () -> saysThat("is no JSON"));
        }
        try (MqttBroker broker = new MqttBroker(folder, port, null)) {
            broker.publish("shelly/status/em:0", shellyText(2500));
            Await.until("it came back by itself", () -> hasPower(2500));
        }
    }

    @Test
    void aWrongPasswordIsNamed() throws Exception {
        int port = ModbusServer.freePort();
        try (MqttBroker broker = new MqttBroker(folder, port, null)) {
            broker.publish("shelly/status/em:0", shellyText(1500));
            MeterReading tested = adapters.test(meter(0, shelly(port, 3)), "wrong");
            assertThat(tested)
                    .isInstanceOfSatisfying(
                            MeterReading.Unusable.class,
                            it -> assertThat(it.why())
                                    .contains("127.0.0.1")
                                    .contains("Bad user name or password")
                                    .doesNotContain("wrong"));
        }
    }

    @Test
    void aTestShowsTheLiveValuesOfAnAddress() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/meter", exchange -> {
            boolean isKnown =
                    "Basic b3A6c2VjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "{\"grid\":{\"w\":4321}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKnown ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            MeterSource source = new MeterSource.HttpPoll(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/meter",
                    "op",
                    Duration.ofMillis(200),
                    Map.of(MeterQuantity.POWER, at("", "/grid/w")));
            assertThat(adapters.test(meter(0, source), "secret"))
                    .isInstanceOfSatisfying(
                            MeterReading.Measured.class,
                            it -> assertThat(it.power().watts()).isEqualTo(4321));
            assertThat(adapters.test(meter(0, source), "other"))
                    .isInstanceOfSatisfying(
                            MeterReading.Unusable.class,
                            it -> assertThat(it.why()).contains("status 401"));
            adapters.keep(List.of(meter(9, source)));
            Await.until("it is asked again and again", () -> readings.size() >= 3);
            assertThat(hasPower(4321)).isTrue();
            adapters.keep(List.of());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aMeterThatPushesHasNothingToTest() {
        assertThat(adapters.test(meter(0, new MeterSource.HttpPush()), null))
                .isInstanceOfSatisfying(
                        MeterReading.Unusable.class, it -> assertThat(it.why()).contains("come by themselves"));
    }

    @Test
    void aRegisterMapThatDoesNotExistIsNamed() {
        MeterSource source = new MeterSource.ModbusTcp("127.0.0.1", 1, 1, "no-such-map", Duration.ofSeconds(1), false);
        assertThat(adapters.test(meter(0, source), null))
                .isInstanceOfSatisfying(
                        MeterReading.Unusable.class,
                        it -> assertThat(it.why()).contains("no register map no-such-map"));
    }
}
