// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.console.board.Graphs;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.incident.IncidentMarkdown;

/** An incident as files: Markdown alone, or with its graphs as pictures beside it. */
final class IncidentExport {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final IncidentReport report;
    private final List<RunbookStepResult> steps;
    private final String name;

    IncidentExport(IncidentReport report, List<RunbookStepResult> steps) {
        this.report = report;
        this.steps = steps;
        this.name = "incident-" + report.environment() + "-" + STAMP.format(report.from());
    }

    Answer markdown() {
        return new Answer.Download(name + ".md", "text/markdown; charset=utf-8",
                bytes(IncidentMarkdown.of(report, Map.of(), steps)));
    }

    /**
     * {@return an archive of the Markdown and a picture for each alarm}
     *
     * @param graphs draws them
     * @param alarms the alarms whose metrics are drawn
     */
    Answer archive(Graphs graphs, List<AlarmView> alarms) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> pictures = new LinkedHashMap<>();
        for (AlarmView alarm : alarms) {
            graphs.picture(alarm.arn(), alarm.name(), new TimeRange("", report.from(), report.until()))
                    .ifPresent(svg -> {
                        String file = alarm.name().replaceAll("[^A-Za-z0-9-]", "-") + ".svg";
                        files.put(file, svg);
                        pictures.put("Metric and threshold of " + alarm.name(), file);
                    });
        }
        Map<String, String> all = new LinkedHashMap<>(
                Map.of("incident.md", IncidentMarkdown.of(report, pictures, steps)));
        all.putAll(files);
        return new Answer.Download(name + ".zip", "application/zip", zip(all));
    }

    private byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(name + "/" + file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
