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
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who comes in: the page behind SteVe's login, changes only with its CSRF token, machines with the API password. */
class DoorsTest extends HostWithPlugin {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("data-csrf-token=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(host.url() + path));
    }

    private String signIn() throws IOException, InterruptedException {
        String token = first(TOKEN, send(to("/manager/signin")).body());
        String form = "username=admin&password=1234&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        send(to("/manager/signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return send(to("/manager/loadmanagement")).body();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static HttpRequest.Builder newStrand(String name) {
        return to("/manager/loadmanagement/api/strands")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\",\"limitW\":5000}"));
    }

    @Test
    void withoutALoginThereIsNoPageAndNoState() throws IOException, InterruptedException {
        assertThat(send(to("/manager/loadmanagement")).statusCode()).isEqualTo(302);
        assertThat(send(to("/manager/loadmanagement/api/state")).statusCode()).isEqualTo(302);
        assertThat(send(newStrand("Intruder")).statusCode()).isIn(302, 403);
        assertThat(send(to("/api/v1/loadmanagement/state")).statusCode()).isIn(302, 401);
        assertThat(send(to("/api/v1/loadmanagement/state").header("Authorization", "Basic YWRtaW46d3Jvbmc="))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePageIsInTheHostsLookAndItsScriptIsThere() throws IOException, InterruptedException {
        String page = signIn();
        assertThat(page)
                .contains("top-menu")
                .contains("/steve/static/loadmanagement/main.js")
                .contains("</html>");
        for (String file :
                new String[] {"main.js", "lang/en.js", "lang/de.js", "overview.js", "uplot/uPlot.iife.min.js", "lm.css"
                }) {
            assertThat(send(to("/static/loadmanagement/" + file)).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void theApiIsDescribedAmongTheHostsOwn() throws IOException, InterruptedException {
        signIn();
        HttpResponse<String> description = send(to("/manager/v3/api-docs/loadmanagement"));
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains("SteVe Load Management")
                .contains("/api/v1/loadmanagement/strands/{id}")
                .contains("/api/v1/loadmanagement/actions")
                .doesNotContain("/manager/loadmanagement");
    }

    @Test
    void aChangeNeedsTheCsrfToken() throws IOException, InterruptedException {
        String token = first(PAGE_TOKEN, signIn());
        assertThat(send(newStrand("Forged")).statusCode()).isEqualTo(403);
        assertThat(send(newStrand("Genuine").header("X-CSRF-TOKEN", token)).statusCode())
                .isEqualTo(201);
        assertThat(send(to("/manager/loadmanagement/api/state")).body())
                .contains("Genuine")
                .doesNotContain("Forged");
    }
}
