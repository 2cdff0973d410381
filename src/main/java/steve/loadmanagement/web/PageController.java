/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page, in SteVe's manager: its login, its look, its menu. */
@Controller
public class PageController {

    private final Environment environment;

    PageController(Environment environment) {
        this.environment = environment;
    }

    @GetMapping("/manager/loadmanagement")
    public String page(Model model, Locale locale, @Nullable Authentication who) {
        model.addAttribute("lmLanguage", Manner.spoken(locale).getLanguage());
        model.addAttribute("lmLocale", locale.toLanguageTag());
        model.addAttribute("lmMayChange", LookOnly.mayChange(who));
        model.addAttribute("ocpp12Enabled", isEnabled("v12"));
        model.addAttribute("ocpp15Enabled", isEnabled("v15"));
        model.addAttribute("ocpp16Enabled", isEnabled("v16"));
        return "loadmanagement/index";
    }

    /** Where the page of stations stood before. */
    @GetMapping("/manager/loadmanagement/stations")
    public String stations() {
        return "redirect:/manager/loadmanagement#/stations";
    }

    /** SteVe's menu asks for it; SteVe itself answers only for its own controllers. */
    private boolean isEnabled(String version) {
        String property = "steve.ocpp.enabled-protocols." + version;
        return environment.getProperty(property + ".soap", Boolean.class, true)
                || environment.getProperty(property + ".json", Boolean.class, true);
    }
}
