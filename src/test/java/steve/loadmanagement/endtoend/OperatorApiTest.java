/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.Await;
import support.Host;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** What machines may ask and do: who may, and what they are answered when it makes no sense. */
class OperatorApiTest extends HostWithPlugin {

    private static final String API = "/api/v1/loadmanagement";
    private static final String STRAND = "{\"name\":\"X\",\"limitW\":5000,\"version\":0}";

    private HttpResponse<String> send(String user, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.url() + path))
                .header("Content-Type", path.endsWith("preview") ? "text/plain" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!user.isEmpty()) {
            String login = Base64.getEncoder().encodeToString((user + ":1234").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        // a connection of its own: the host hangs up on bodies that it does not want to read
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/strands",
                "PUT|/strands/1",
                "DELETE|/strands/1",
                "POST|/evses",
                "DELETE|/evses?chargeBoxId=X&evseId=1",
                "POST|/priorities",
                "DELETE|/priorities/1",
                "POST|/actions",
                "POST|/events/1/acknowledge"
            })
    void whoMayOnlyLookChangesNothingAndWhoIsNobodyEvenLess(String method, String path)
            throws IOException, InterruptedException {
        if (!Host.isReal()) {
            HttpResponse<String> looker = send("looker", method, API + path, STRAND);
            assertThat(looker.statusCode()).as(looker.body()).isEqualTo(403);
            assertThat(looker.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
        assertThat(send("", method, API + path, STRAND).statusCode()).isIn(302, 401);
        assertThat(send("admin", method, "/manager/loadmanagement/api" + path, STRAND)
                        .statusCode())
                .as("the pages' own door takes no password and needs the token")
                .isIn(302, 403);
    }

    @Test
    void whoMayOnlyLookSeesEverything() throws IOException, InterruptedException {
        String user = Host.isReal() ? "admin" : "looker";
        for (String path :
                new String[] {"/state", "/strands", "/evses", "/events", "/audits", "/priorities", "/metrics"}) {
            assertThat(send(user, "GET", API + path, "").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aStrandIsChangedByItsEtagAndNotWithoutOne() throws IOException, InterruptedException {
        int strand = operator.strand("{\"name\":\"Etag\",\"limitW\":5000}");
        HttpResponse<String> read = send("admin", "GET", API + "/strands/" + strand, "");
        String etag = read.headers().firstValue("ETag").orElseThrow();
        String change = "{\"name\":\"Etag\",\"limitW\":6000}";
        assertThat(send("admin", "PUT", API + "/strands/" + strand, change).statusCode())
                .isEqualTo(428);
        assertThat(send("admin", "PUT", API + "/strands/" + strand, change, "If-Match", etag)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("admin", "PUT", API + "/strands/" + strand, change, "If-Match", etag)
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("admin", "GET", API + "/strands/999999", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasReadAndDidNotChangeIsNotSentAgain() throws IOException, InterruptedException {
        HttpResponse<String> read = send("admin", "GET", API + "/stations", "");
        String etag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(send("admin", "GET", API + "/stations", "", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void longListsComeInPages() {
        for (int i = 0; i < 3; i++) {
            operator.strand("{\"name\":\"Page " + i + "\",\"limitW\":5000}");
        }
        JsonNode page = operator.get("/strands?page=0&size=2").json();
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("more").asBoolean()).isTrue();
        assertThat(operator.get("/audits?size=1").json().path("items").size()).isEqualTo(1);
        assertThat(operator.get("/strands?page=-5&size=-5").json().path("size").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/why?chargeBoxId=A&evseId=x",
                "/why?chargeBoxId=A",
                "/why?chargeBoxId=A&evseId=1&at=yesterday",
                "/history?strand=1&range=1y",
                "/events?kind=NONE",
                "/reports?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"
            })
    void aQuestionThatMakesNoSenseIsABadRequest(String path) {
        assertThat(operator.get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' OR '1'='1", "%'; DROP TABLE lm_strand; --", "../../etc/passwd", "<script>alert(1)</script>"})
    void tricksAreTextAndFindNothing(String trick) {
        assertThat(operator.get("/evses?containing=" + encoded(trick))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(operator.get("/events?subject=" + encoded(trick))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(operator.get("/audits?containing=" + encoded(trick))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(operator.get("/why?chargeBoxId=" + encoded(trick) + "&evseId=1")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get("/state").json().path("on").asBoolean()).isTrue();
    }

    @Test
    void aFormulaInANameIsTextInEveryFile() {
        String name = "=HYPERLINK(\\\"http://x\\\")";
        int strand = operator.strand("{\"name\":\"" + name + "\",\"limitW\":5000}");
        host.register("+CMD", 1);
        assign(strand, "+CMD");
        assertThat(operator.get("/evses.csv").text()).contains("'+CMD").contains("'=HYPERLINK");
        assertThat(operator.get("/audits.csv").text())
                .contains("'=HYPERLINK")
                .doesNotContain(",=")
                .doesNotContain(",+");
    }

    @Test
    void aPausedEvseGetsNothingUntilItIsReleased() {
        int strand = operator.strand("{\"name\":\"Pausing\",\"limitW\":10000,\"mode\":\"OBSERVE\"}");
        try (RawStation station = connect("PA1")) {
            assign(strand, "PA1");
            station.start(1);
            Await.until(
                    "it is granted something",
                    () -> evse("PA1").path("grantedMa").asInt() > 0);
            assertThat(act("PAUSE", "PA1", "")).isEqualTo(204);
            Await.until(
                    "it is paused", () -> evse("PA1").path("word").asString().equals("Paused"));
            Await.until("it gets nothing", () -> evse("PA1").path("grantedMa").asInt() == 0);
            assertThat(act("RELEASE", "PA1", "")).isEqualTo(204);
            Await.until(
                    "it is granted something again",
                    () -> evse("PA1").path("grantedMa").asInt() > 0);
            assertThat(act("BOOST", "PA1", "")).as("a boost ends").isEqualTo(422);
            assertThat(act("BOOST", "PA1", ",\"until\":\"2020-01-01T00:00:00Z\""))
                    .isEqualTo(422);
            assertThat(act("JUGGLE", "PA1", "")).isEqualTo(422);
            assertThat(act("PAUSE", "NOBODY", "")).isEqualTo(404);
        }
    }

    private static int act(String action, String station, String more) {
        return operator.post("/actions", """
                {"action":"%s","chargeBoxId":"%s","evseId":1%s}""".formatted(action, station, more)).status();
    }

    @Test
    void aStationIsToldEverythingAgainWhenAnOperatorAsksForIt() {
        int strand = operator.strand("{\"name\":\"Again\",\"limitW\":10000,\"mode\":\"ACTIVE\"}");
        try (RawStation station = connect("AG1")) {
            assign(strand, "AG1");
            Await.until(
                    "it has its default",
                    () -> evse("AG1").path("defaultConfirmed").asBoolean());
            int before = station.profiles("TxDefaultProfile").size();
            assertThat(act("REAPPLY", "AG1", "")).isEqualTo(204);
            Await.until(
                    "it is told again",
                    () -> station.profiles("TxDefaultProfile").size() > before);
        }
    }

    @Test
    void aPastDecisionIsExplainedAsItWasMade() {
        int strand = operator.strand("{\"name\":\"Past\",\"limitW\":10000,\"mode\":\"OBSERVE\"}");
        try (RawStation station = connect("PS1");
                RawStation other = connect("PS2")) {
            assign(strand, "PS1");
            assign(strand, "PS2");
            station.start(1);
            Await.until("it is alone", () -> evse("PS1").path("grantedMa").asInt() == 14_400);
            Await.until(
                    "that is kept",
                    () -> operator.get("/why?chargeBoxId=PS1&evseId=1")
                                    .json()
                                    .path("grantedMa")
                                    .asInt()
                            == 14_400);
            Instant alone = Instant.parse(operator.get("/why?chargeBoxId=PS1&evseId=1")
                    .json()
                    .path("decidedAt")
                    .asString());
            other.start(1);
            Await.until(
                    "they share",
                    () -> operator.get("/why?chargeBoxId=PS1&evseId=1")
                                    .json()
                                    .path("grantedMa")
                                    .asInt()
                            == 7_200);
            JsonNode then = operator.get("/why?chargeBoxId=PS1&evseId=1&at=" + alone.plusNanos(1_000_000))
                    .json();
            assertThat(then.path("grantedMa").asInt()).isEqualTo(14_400);
            assertThat(then.path("sentence").asString()).isEqualTo("All of the 10.0 kW of strand Past (fuse).");
            JsonNode now = operator.get("/why?chargeBoxId=PS1&evseId=1").json();
            int sum = now.path("division").path("free").asInt();
            for (JsonNode part : now.path("division").path("parts")) {
                sum += part.path("amount").asInt();
            }
            assertThat(sum).isEqualTo(10_000);
        }
    }

    @Test
    void metricsArePrometheusText() {
        operator.strand(
                "{\"name\":\"Quote \\\" it\",\"limitMa\":{\"L1\":20000,\"L2\":20000,\"L3\":20000},\"mode\":\"OBSERVE\"}");
        Await.until("it is there", () -> operator.get("/metrics").text().contains("Quote"));
        assertThat(operator.get("/metrics").text())
                .contains("# TYPE loadmanagement_up gauge\nloadmanagement_up 1.0\n")
                .contains("loadmanagement_limit_amperes{strand=\"Quote \\\" it\",phase=\"L1\"} 20.0");
    }

    @Test
    void theApiIsDescribed() throws IOException, InterruptedException {
        HttpResponse<String> description = send("", "GET", "/manager/v3/api-docs/loadmanagement", "");
        assertThat(description.statusCode()).as("behind the login").isEqualTo(302);
    }
}
