/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command with its three subcommands. */
@Command(
        name = "steve-load-management",
        description = "Puts load management into SteVe, takes it out, and says beforehand whether it fits.",
        mixinStandardHelpOptions = true,
        versionProvider = Tool.Version.class,
        subcommands = {CheckCommand.class, InstallCommand.class, UninstallCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:it does not fit, or was refused; nothing was changed",
            "2:the command line is wrong",
            "3:reading or writing failed; the war is as it was"
        })
public final class Tool implements Runnable {

    static final int REFUSED = 1;
    static final int FAILED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Plugin plugin;

    Tool(Plugin plugin) {
        this.plugin = plugin;
    }

    /** Runs the command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        Plugin plugin = Plugin.running();
        System.exit(commandLine(plugin).execute(arguments));
    }

    static CommandLine commandLine(Plugin plugin) {
        return new CommandLine(new Tool(plugin), new Parts(plugin))
                .setExecutionExceptionHandler((failure, command, _) -> explain(failure, command.getErr()));
    }

    private static int explain(Exception failure, PrintWriter err) {
        return switch (failure) {
            case Refusal refusal -> say(err, refusal.words(), REFUSED);
            case UncheckedIOException io -> say(err, words(Objects.requireNonNull(io.getCause())), FAILED);
            case IOException io -> say(err, words(io), FAILED);
            default -> say(err, "an error of this program, please report it: " + failure, FAILED);
        };
    }

    /** What Java's file system leaves to the name of the exception. */
    private static String words(IOException failure) {
        return "it cannot be read or written: "
                + switch (failure) {
                    case NoSuchFileException missing -> missing.getFile() + " does not exist";
                    case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
                    default -> failure.getMessage();
                };
    }

    private static int say(PrintWriter err, String words, int exitCode) {
        err.println("Refused: ".repeat(exitCode == REFUSED ? 1 : 0) + words);
        return exitCode;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: check, install or uninstall.");
    }

    /** Gives each command what it works with. */
    private record Parts(Plugin plugin) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == CheckCommand.class) {
                return type.cast(new CheckCommand(plugin));
            }
            if (type == InstallCommand.class) {
                return type.cast(new InstallCommand(plugin));
            }
            if (type == UninstallCommand.class) {
                return type.cast(new UninstallCommand(plugin));
            }
            if (type == Version.class) {
                return type.cast(new Version(plugin));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** Which version this jar is. */
    record Version(Plugin plugin) implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"SteVe Load Management " + plugin.version()};
        }
    }

    /** What the commands say of a war's path. */
    static final String WAR_HELP = "SteVe's war, the folder it was extracted to, or the folder that holds the war.";

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
