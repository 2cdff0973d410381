/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import support.Browser;

/** A running host with the plugin in it, and an operator in front of its pages, in English. */
@ExtendWith(Browser.IsThere.class)
abstract class HostInBrowser extends HostWithPlugin {

    static Browser browser;

    @BeforeAll
    static void signIn() {
        browser = Browser.start(host.url(), "en").signIn("admin", "1234");
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }
}
