// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.Console;
import java.io.PrintWriter;

import picocli.CommandLine.Option;

import io.highlands.local.control.ControlException;

/** The user's word that a plan may be carried out. */
final class Confirmation {

    private static final String PROD = "prod";

    @Option(names = "--yes", description = "Go on after the plan, except in prod.")
    private boolean isGiven;

    @Option(names = "--yes-prod", description = "Go on after the plan, in prod too.")
    private boolean isGivenForProd;

    /**
     * Whether the plan may be carried out: by option, or by what is typed at a terminal.
     *
     * @param environment the environment, whose name has to be typed for prod
     * @param out where the question, or what is missing, is printed
     * @throws ControlException where prod is confirmed by the option for the others
     */
    boolean isGiven(String environment, PrintWriter out) {
        boolean isProd = environment.equals(PROD);
        if (isGivenForProd || isGiven && !isProd) {
            return true;
        }
        if (isGiven) {
            throw new ControlException("--yes is not enough for prod: add --yes-prod, or type the environment's name;"
                    + " nothing was changed");
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            out.println("nothing was changed; add " + (isProd ? "--yes-prod" : "--yes") + " to go on");
            return false;
        }
        String wanted = isProd ? environment : "yes";
        String typed = console.readLine("Go on? Type %s: ", wanted);
        boolean isTyped = typed != null && typed.strip().equals(wanted);
        if (!isTyped) {
            out.println("nothing was changed");
        }
        return isTyped;
    }
}
