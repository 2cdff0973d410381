/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether the plugin fits a war, and what exactly does not. */
@Command(
        name = "check",
        description = "Says whether load management fits that SteVe. Changes nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "WAR", description = Tool.WAR_HELP)
    @SuppressWarnings("NullAway.Init")
    private Path given;

    private final Plugin plugin;

    CheckCommand(Plugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public Integer call() {
        try (War war = War.open(given)) {
            Findings findings = Check.of(plugin, war);
            findings.lines().forEach(spec.commandLine().getOut()::println);
            return findings.fits() ? 0 : Tool.REFUSED;
        }
    }
}
