// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP servers on 127.0.0.1 (Undertow): the listener with its limits and timeouts, the guard against web pages of other
 * origins, bodies within a limit, gzip within a limit, and responses that are sent by the connection's own thread.
 */
package io.highlands.local.http;
