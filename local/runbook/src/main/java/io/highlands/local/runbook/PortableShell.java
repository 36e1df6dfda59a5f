// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a shell script needs of GNU, Linux or bash 4, and macOS does not have: there the utilities are BSD's and bash is 3.2.
 * Only words in a command's place are looked at, so a guard such as {@code command -v timeout} is allowed.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/">POSIX utilities</a>
 */
public final class PortableShell {

    /** Where a command begins, with the variables that are set for it. */
    private static final String COMMAND = "(?:^|[|;&(`!{]|-c\\s+['\"]|\\b(?:then|do|else|exec|if|while|until|sudo|nice)\\s)"
            + "[ \\t]*(?:\\w+=\\S*[ \\t]+)*";

    /** Options that come before the one in question. */
    private static final String OPTIONS = "(?:[^\\S\\n]+-\\S+)*?[^\\S\\n]+";

    /** Words of the same command. */
    private static final String WORDS = "[^|;&\\n]*?\\s";

    /** A line that goes on in the next: white space, and no end of a line. */
    private static final String CONTINUED = " \f";

    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|(?<=\\s))#.*$");

    private static final List<Rule> RULES = List.of(
            command("date" + OPTIONS + "-[a-zA-Z]*[dfjrv]\\b", "$(($(date +%s) - 5 * 60)), in seconds"),
            command("date" + WORDS + "[\"']?\\+\\S*%\\d*N", "$(date +%s), in whole seconds"),
            command("readlink\\s+-\\S+", "readlink without options, in a loop while [ -L \"$file\" ]"),
            command("realpath\\s+-\\S+", "cd -- \"$(dirname -- \"$file\")\" && pwd -P"),
            command("sed" + OPTIONS + "-[a-zA-Z]*[irz]", "sed -E into a new file, and mv"),
            command("grep" + OPTIONS + "-[a-zA-Z]*[Pz]", "grep -E, sed or awk"),
            command("timeout\\s+[-\\d\"$]", "the program's own limit, such as curl --max-time"),
            command("stat\\s+-\\S+", "wc -c for the size, find -newer for the time"),
            command("xargs" + OPTIONS + "-[a-zA-Z]*[rd]", "find … -exec … {} +"),
            command("sort" + OPTIONS + "-[a-zA-Z]*V", "sort -t. -k1,1n -k2,2n"),
            command("find" + WORDS + "-(?:printf|executable|readable|writable|regextype)\\b", "find … -exec"),
            command("mktemp" + WORDS + "(?:-p|-t)\\b", "mktemp \"$folder/name.XXXXXX\""),
            command("mktemp" + WORDS + "\\S*X{3,}[^X\\s\"');]", "a template that ends in X"),
            command("(?:cp|mv|ln|install)" + OPTIONS + "-[a-zA-Z]*[tTD]\\b",
                    "mkdir -p, and the target as the last word"),
            command("head" + OPTIONS + "-[nc]\\s*-\\d", "sed '$d', or tail"),
            command("base64" + OPTIONS + "-[a-zA-Z]*w", "base64 | tr -d '\\n'"),
            command("du" + OPTIONS + "-[a-zA-Z]*b", "du -k, or wc -c"),
            command("touch" + OPTIONS + "-[a-zA-Z]*d", "touch -t"),
            command("(?:sha\\d+sum|md5sum)\\b", "shasum -a 256, or cksum"),
            command("nproc\\b", "getconf _NPROCESSORS_ONLN"),
            command("tac\\b", "sed -n '1!G;h;$p'"),
            command("(?:shuf|numfmt|setsid|flock|pidof)\\b", "awk or a lock made by mkdir; macOS has no such command"),
            command("(?:apt-get|apt|systemctl|ss)\\s", "nothing: macOS has no such command"),
            command("(?:cat|chmod|cp|cut|date|df|du|env|head|ln|ls|mkdir|mktemp|mv|ps|rm|sed|sort|tail|tee|touch|tr|uniq|wc|xargs)"
                    + OPTIONS + "--[a-z]", "the short option that POSIX has"),
            anywhere("/proc/", "ps -o, lsof"),
            command("(?:mapfile|readarray)\\b", "while IFS= read -r line; do … done; macOS has bash 3.2"),
            command("(?:declare|local|typeset)\\s+-[a-zA-Z]*A", "case, or two arrays; macOS has bash 3.2"),
            command("(?:wait\\s+-n|coproc)\\b", "wait \"$pid\"; macOS has bash 3.2"),
            command("shopt\\s+-s\\s+(?:globstar|lastpipe)", "find; macOS has bash 3.2"),
            anywhere("\\$\\{\\w+(?:\\[[^]]*])?(?:\\^|,|@[A-Z]})", "tr '[:upper:]' '[:lower:]'; macOS has bash 3.2"),
            anywhere("&>>|\\|&", ">>FILE 2>&1, 2>&1 |; macOS has bash 3.2"),
            anywhere("\\bEPOCH(?:SECONDS|REALTIME)\\b", "$(date +%s); macOS has bash 3.2"));

    private PortableShell() {
    }

    /**
     * Looks at a script.
     *
     * @param script sh or bash
     * @return what macOS does not have, in the order of the lines
     */
    public static List<Finding> findings(String script) {
        String code = COMMENT.matcher(script).replaceAll("").replace("\\\n", CONTINUED);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(code);
            while (matcher.find()) {
                findings.add(new Finding(lineAt(code, matcher.start("found")),
                        matcher.group("found").strip().replaceAll("\\s+", " "), rule.allowed()));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::line));
        return findings;
    }

    private static int lineAt(String code, int position) {
        return 1 + (int) code.substring(0, position).chars().filter(c -> c == '\n' || c == '\f').count();
    }

    private static Rule command(String words, String allowed) {
        return new Rule(Pattern.compile(COMMAND + "(?<found>" + words + ")", Pattern.MULTILINE), allowed);
    }

    private static Rule anywhere(String text, String allowed) {
        return new Rule(Pattern.compile("(?<found>" + text + ")"), allowed);
    }

    private record Rule(Pattern pattern, String allowed) {}

    /**
     * What macOS does not have.
     *
     * @param line where, from 1
     * @param found the words of the script
     * @param allowed what does the same everywhere
     */
    public record Finding(int line, String found, String allowed) {

        /** In one line, without its place. */
        @Override
        public String toString() {
            return "found '" + found + "', which macOS does not have; allowed: " + allowed;
        }
    }
}
