// SPDX-License-Identifier: Apache-2.0
/** The console on 127.0.0.1:9090: what an SRE sees of the running environment, drawn from its own templates and data. */
package io.highlands.local.console;
