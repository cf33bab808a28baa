package io.kpiwidget.desktop.conversation;

import java.util.List;

/** A customer as the desktop's own records know them. */
public record Customer(
    String number,
    String firstName,
    String lastName,
    String email,
    String phone,
    int since,
    String segment,
    String language,
    Address address,
    List<Order> orders,
    List<String> notes) {

  public Customer {
    orders = List.copyOf(orders);
    notes = List.copyOf(notes);
  }

  /** First and last name. */
  public String name() {
    return firstName + " " + lastName;
  }

  /** Two letters for a round picture. */
  public String initials() {
    return firstName.substring(0, 1) + lastName.substring(0, 1);
  }

  /** Where the customer lives. */
  public record Address(String street, String postcode, String city, String country) {}

  /**
   * Something the customer bought, {@code daysAgo} days before today; {@code cents} is the price.
   */
  public record Order(String number, int daysAgo, String article, long cents, String status) {}
}
