/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Operator;

/** Every way in that Spring knows of, so that none is forgotten: who comes in, who may change, and what tricks come to. */
class EveryDoorTest {

    private static final String PAGES = "/manager/loadmanagement";
    private static final String MACHINES = "/api/v1/loadmanagement";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("data-csrf-token=\"([^\"]+)\"");

    /** They ask, and change nothing, though they are sent as POST. */
    private static final Set<String> ASKING = Set.of("/strands/check", "/evses/preview");

    /** Its own token is asked, of whoever comes: GridConnectionTest. */
    private static final String PUSHED = "/loadmanagement/meters/{id}/values";

    private static final List<String> TRICKS = List.of(
            "' OR '1'='1",
            "1; DROP TABLE lm_strand; --",
            "../../../etc/passwd",
            "..%2f..%2fWEB-INF/web.xml",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "%00",
            "=1+1");

    private static StandIn host;
    private static List<Door> doors;

    /** A method and a path of ours. */
    private record Door(RequestMethod method, String path, List<String> parameters) {

        boolean changes() {
            return method != RequestMethod.GET;
        }

        String filled(String value) {
            String place = path.replaceAll("\\{[^}]+}", encoded(value));
            String query =
                    parameters.stream().map(name -> name + "=" + encoded(value)).collect(joining("&"));
            return query.isEmpty() ? place : place + "?" + query;
        }
    }

    @BeforeAll
    static void start() {
        host = StandIn.start(StandIn.Options.on(Database.schema()));
        Operator operator = new Operator(host.url());
        Await.until("on", () -> operator.get("/state").json().path("on").asBoolean());
        operator.strand("{\"name\":\"Guarded\",\"limitW\":5000}");
        doors = host.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("steve.loadmanagement"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Door(
                                        method,
                                        path,
                                        parameters(entry.getValue().getMethod())))))
                .toList();
    }

    private static List<String> parameters(java.lang.reflect.Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .toList();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<Door> below(String path) {
        return doors.stream().filter(door -> door.path().startsWith(path));
    }

    private static HttpRequest.Builder to(Door door, String value) {
        return HttpRequest.newBuilder(URI.create(host.url() + door.filled(value)))
                .timeout(LONGEST)
                .header("Content-Type", door.path().endsWith("/preview") ? "text/plain" : "application/json")
                .method(door.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":1234").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpClient signedIn(String user) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI signIn = URI.create(host.url() + "/manager/signin");
        String page = client.send(HttpRequest.newBuilder(signIn).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String form = "username=" + user + "&password=1234&_csrf=" + encoded(first(TOKEN, page));
        client.send(
                HttpRequest.newBuilder(signIn)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** All that could have been changed; what is measured may change meanwhile. */
    private static String everything() {
        Operator operator = new Operator(host.url());
        String strands = operator.get("/strands").text().replaceAll("\"cycleAt\":[^,}]*", "");
        return strands.substring(0, strands.indexOf("capacityMa"))
                + Stream.of("/evses.csv", "/meters", "/signal-lines", "/limits", "/priorities", "/vehicles")
                        .map(path -> operator.get(path).text())
                        .collect(joining("\n"))
                + operator.get("/grid/settings").text()
                + operator.get("/quirks/profiles").text()
                + operator.get("/audits").text();
    }

    @Test
    void everyWayInIsKnownByItsDoor() {
        assertThat(doors).hasSizeGreaterThan(90);
        assertThat(doors)
                .allMatch(door -> door.path().startsWith(PAGES)
                        || door.path().startsWith(MACHINES)
                        || door.path().equals(PUSHED));
        assertThat(below(MACHINES).map(door -> door.method() + door.path().substring(MACHINES.length())))
                .as("whatever the pages can do machines can")
                .containsAll(below(PAGES + "/api")
                        .map(door -> door.method() + door.path().substring((PAGES + "/api").length()))
                        .toList());
    }

    @Test
    void withoutALoginNobodyComesIn() throws IOException, InterruptedException {
        String before = everything();
        HttpClient nobody = HttpClient.newHttpClient();
        for (Door door : below("/").filter(door -> !door.path().equals(PUSHED)).toList()) {
            assertThat(status(nobody, to(door, "1"))).as(door.toString()).isIn(302, 401, 403);
        }
        for (Door door : below(MACHINES).toList()) {
            assertThat(status(nobody, to(door, "1").header("Authorization", "Basic YWRtaW46d3Jvbmc=")))
                    .as(door.toString())
                    .isEqualTo(401);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoMayOnlyLookChangesNothingThroughAnyDoor() throws IOException, InterruptedException {
        String before = everything();
        HttpClient nobody = HttpClient.newHttpClient();
        HttpClient looker = signedIn("looker");
        String token = first(
                PAGE_TOKEN,
                looker.send(
                                HttpRequest.newBuilder(URI.create(host.url() + PAGES))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
        for (Door door : below("/")
                .filter(Door::changes)
                .filter(door -> !door.path().equals(PUSHED))
                .toList()) {
            boolean isOfMachines = door.path().startsWith(MACHINES);
            int status = isOfMachines
                    ? status(nobody, to(door, "1").header("Authorization", basic("looker")))
                    : status(looker, to(door, "1").header("X-CSRF-TOKEN", token));
            if (isOfMachines && ASKING.contains(door.path().substring(MACHINES.length()))) {
                assertThat(status).as(door.toString()).isNotEqualTo(403);
            } else {
                assertThat(status).as(door.toString()).isEqualTo(403);
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void withoutTheTokenOfThePageNothingIsChangedThroughAnyDoorOfThePages() throws IOException, InterruptedException {
        String before = everything();
        HttpClient operator = signedIn("admin");
        for (Door door : below(PAGES).filter(Door::changes).toList()) {
            assertThat(status(operator, to(door, "1"))).as(door.toString()).isEqualTo(403);
            assertThat(status(operator, to(door, "1").header("X-CSRF-TOKEN", "forged")))
                    .as(door.toString())
                    .isEqualTo(403);
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** The server hangs up on what it refuses: each has a connection of its own. */
    private static HttpResponse<String> alone(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.header("Authorization", basic("admin")).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void noTrickInAnAddressBreaksAnythingOrComesBackAsPage() throws IOException, InterruptedException {
        for (Door door :
                below(MACHINES).filter(door -> !door.path().endsWith("/stream")).toList()) {
            boolean hasNothingToFill = door.filled("x").equals(door.path());
            for (String trick : hasNothingToFill ? List.of("x") : TRICKS) {
                HttpResponse<String> answer = alone(to(door, trick));
                assertThat(answer.statusCode())
                        .as(door + " " + trick + ": " + answer.body())
                        .satisfiesAnyOf(
                                status -> assertThat(status).isLessThan(500),
                                status -> assertThat(status)
                                        .as("no such station is connected")
                                        .isEqualTo(502));
                boolean isPage =
                        answer.headers().firstValue("Content-Type").orElse("").contains("html");
                assertThat(isPage
                                && (answer.statusCode() != 400 || answer.body().contains("<script>")))
                        .as("only the server itself answers with a page, where it refuses the address: " + door)
                        .isFalse();
            }
        }
        assertThat(new Operator(host.url()).get("/state").text()).contains("Guarded");
    }

    @Test
    void noFileBesideOursIsServed() throws IOException, InterruptedException {
        HttpClient client = signedIn("admin");
        for (String path : List.of(
                "/static/loadmanagement/..%2f..%2f..%2fWEB-INF/views/loadmanagement/index.jsp",
                "/static/loadmanagement/%2e%2e/%2e%2e/application.yml",
                "/static/loadmanagement/..;/..;/META-INF/MANIFEST.MF",
                "/manager/loadmanagement/..%2f..%2fWEB-INF/web.xml",
                "/static/loadmanagement/lang/..%5c..%5cmain.js")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(host.url() + path)).build();
            assertThat(status(client, HttpRequest.newBuilder(request, (_, _) -> true)))
                    .as(path)
                    .isIn(400, 403, 404);
        }
    }
}
