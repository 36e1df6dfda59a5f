// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says on one line why the service did not start. Boot's own reporter, which draws a box, is turned off.
 */
final class OneLineReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        String line = (analysis.getDescription() + action).replaceAll("\\s+", " ").strip();
        LoggerFactory.getLogger(OneLineReporter.class).error("not started: {}", line);
    }
}
