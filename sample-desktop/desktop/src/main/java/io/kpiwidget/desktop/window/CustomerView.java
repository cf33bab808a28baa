package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Customer;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.time.LocalDate;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** The customer of the chosen conversation: contact, address, orders. */
final class CustomerView extends JPanel {

  private final OrderTable orders;
  private final Portrait portrait = new Portrait(46);
  private final JLabel name = Words.plain(new JLabel("No customer"));
  private final JLabel summary = Words.plain(new JLabel(" "));
  private final Form contact = new Form();
  private final Form home = new Form();
  private final JTextField firstName = contact.row("First na&me", "customer.firstName", field());
  private final JTextField lastName = contact.row("Last name", "customer.lastName", field());
  private final JTextField email = contact.row("E-mail", "customer.email", field());
  private final JTextField phone = contact.row("Phone", "customer.phone", field());
  private final JComboBox<String> segment =
      contact.row("Segment", "customer.segment", choice("Standard", "Gold", "Business"));
  private final JTextField street = home.row("Street", "customer.street", field());
  private final JTextField postcode = home.row("Postcode", "customer.postcode", field());
  private final JTextField city = home.row("City", "customer.city", field());
  private final JTextField country = home.row("Country", "customer.country", field());
  private final JComboBox<String> language =
      home.row(
          "Language",
          "customer.language",
          choice(
              "English", "German", "French", "Italian", "Spanish", "Polish", "Dutch", "Swedish",
              "Danish"));

  CustomerView(LocalDate today) {
    super(new BorderLayout(0, 12));
    orders = new OrderTable(today);
    setOpaque(false);
    add(header(), BorderLayout.NORTH);
    add(body(), BorderLayout.CENTER);
  }

  private JComponent header() {
    name.setName("customer.name");
    JPanel words = new JPanel(new GridLayout(2, 1, 0, 2));
    words.setOpaque(false);
    words.add(Look.styled(name, "font: bold +5"));
    words.add(Look.styled(summary, "foreground: $Desktop.muted"));
    JPanel header = new JPanel(new BorderLayout(14, 0));
    header.setOpaque(false);
    header.setBorder(BorderFactory.createEmptyBorder(0, 2, 0, 0));
    header.add(portrait, BorderLayout.WEST);
    header.add(words, BorderLayout.CENTER);
    return header;
  }

  private JComponent body() {
    JPanel forms = new JPanel(new GridLayout(1, 2, 12, 0));
    forms.setOpaque(false);
    forms.add(new Card("Contact", Glyph.PERSON.icon("muted"), contact));
    forms.add(new Card("Address", Glyph.HOME.icon("muted"), home));
    JPanel body = new JPanel(new BorderLayout(0, 12));
    body.setOpaque(false);
    body.add(forms, BorderLayout.NORTH);
    body.add(orders(), BorderLayout.CENTER);
    return body;
  }

  private JComponent orders() {
    JTable table = orders.table();
    JScrollPane scroll = new JScrollPane(table);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    Look.styled(scroll.getViewport(), "background: $Table.background");
    scroll.setPreferredSize(new Dimension(300, 110));
    return new Card("Orders", Glyph.BOX.icon("muted"), scroll);
  }

  /** Null empties the form. */
  void show(@Nullable Customer c) {
    if (c == null) {
      empty();
      return;
    }
    portrait.person(c.initials(), c.name());
    name.setText(c.name());
    summary.setText("Customer " + c.number() + "  ·  " + c.segment() + "  ·  since " + c.since());
    fill(c.firstName(), c.lastName(), c.email(), c.phone());
    segment.setSelectedItem(c.segment());
    language.setSelectedItem(c.language());
    fill(c.address());
    orders.show(c.orders());
  }

  private void empty() {
    portrait.nobody();
    name.setText("No customer");
    summary.setText("Choose a conversation");
    fill("", "", "", "");
    fill(new Customer.Address("", "", "", ""));
    segment.setSelectedItem(null);
    language.setSelectedItem(null);
    orders.show(List.of());
  }

  private void fill(String first, String last, String mail, String number) {
    set(firstName, first);
    set(lastName, last);
    set(email, mail);
    set(phone, number);
  }

  private void fill(Customer.Address address) {
    set(street, address.street());
    set(postcode, address.postcode());
    set(city, address.city());
    set(country, address.country());
  }

  private static void set(JTextField field, String text) {
    field.setText(text);
    field.setCaretPosition(0);
  }

  private static JTextField field() {
    return new JTextField(12);
  }

  private static JComboBox<String> choice(String... values) {
    JComboBox<String> choice = new JComboBox<>(values);
    choice.setSelectedItem(null);
    return choice;
  }

  /** Where F6 goes. */
  JComponent focusTarget() {
    return firstName;
  }
}
