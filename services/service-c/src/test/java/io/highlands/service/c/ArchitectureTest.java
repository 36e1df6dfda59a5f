// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.c;

import io.highlands.starter.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
}
