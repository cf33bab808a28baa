package io.kpiwidget.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CustomersTest {

  @Test
  void load_givesCompleteCustomersWithOrders() {
    assertThat(Customers.load())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            c -> {
              assertThat(c.name()).isNotBlank();
              assertThat(c.initials()).hasSize(2);
              assertThat(c.address().city()).isNotBlank();
              assertThat(c.orders()).isNotEmpty().allMatch(o -> o.cents() > 0);
              assertThat(c.email()).endsWith("@example.com");
            });
  }

  @Test
  void numbers_areUnique() {
    assertThat(Customers.load()).extracting(Customer::number).doesNotHaveDuplicates();
  }
}
