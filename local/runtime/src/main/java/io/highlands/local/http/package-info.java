// SPDX-License-Identifier: Apache-2.0
/** What all servers of this process that answer from other threads have to do alike. */
package io.highlands.local.http;
