// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment of a rehearsed command: made anew, with no variable of the user's own but where programs lie. Whatever would
 * leave this machine over HTTP meets a proxy that is not there.
 */
final class Scrubbed {

    /** Port 1 (tcpmux) of this machine, where nobody listens: a request to any other host ends here, before its name is looked up. */
    private static final String DEAD_END = "http://127.0.0.1:1";
    private static final String LOOPBACK = "127.0.0.1,localhost";

    private Scrubbed() {
    }

    /**
     * Variables for a runbook's commands: no credentials, and no way to AWS.
     *
     * @param folder the shell's own folder, see {@link ShellFolder}
     * @param client the AWS CLI
     * @param port the port of local mode's APIs
     * @param region the Region that local mode stands for
     * @param path the user's PATH
     * @return names and values
     */
    static Map<String, String> environment(ShellFolder folder, AwsClient client, int port, String region, String path) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", folder.programs() + File.pathSeparator + path);
        environment.put("HOME", folder.home().toString());
        environment.put("TMPDIR", folder.home().toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("HIGHLANDS_AWS_CLI", client.executable().toString());
        environment.put("HIGHLANDS_AWS_PORT", Integer.toString(port));
        environment.put("AWS_ACCESS_KEY_ID", "rehearsal");
        environment.put("AWS_SECRET_ACCESS_KEY", "rehearsal");
        Path nothing = folder.empty();
        environment.put("AWS_CONFIG_FILE", nothing.toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", nothing.toString());
        environment.put("BOTO_CONFIG", nothing.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_REGION", region);
        environment.put("AWS_DEFAULT_REGION", region);
        environment.put("AWS_PAGER", "");
        environment.put("AWS_MAX_ATTEMPTS", "1");
        for (String name : new String[]{"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            environment.put(name, DEAD_END);
        }
        environment.put("no_proxy", LOOPBACK);
        environment.put("NO_PROXY", LOOPBACK);
        return environment;
    }
}
