package io.kpiwidget.desktop.window;

import io.kpiwidget.host.DockablePanel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Insets;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The desktop's own panel, docked the way plugins dock theirs: articles to look things up. */
final class KnowledgePanel {

  private static final String[][] ARTICLES = {
    {
      "Late delivery",
      "1. Check the order's tracking number.\n2. More than three working days late: offer a new"
          + " date or a refund of the delivery fee.\n3. More than ten: open a case with the carrier."
    },
    {
      "Returns",
      "Within 30 days without a reason. Send the label by e-mail. The refund is paid within five"
          + " working days after the item arrived."
    },
    {
      "Warranty",
      "Two years from delivery, five with the extended warranty. Ask for the serial number and a"
          + " photo of the type plate."
    },
    {
      "Instalments",
      "From 200 EUR, in 6, 12 or 24 months. Business customers ask their account manager."
    },
    {"Moving house", "Confirm the old address first, then change it. Open orders move along."},
    {
      "Complaints",
      "Listen, repeat in your own words, agree on the next step and its date. Write both down."
    },
  };

  private final DefaultListModel<String> titles = new DefaultListModel<>();
  private final JList<String> list = new JList<>(titles);
  private final JTextArea text = new JTextArea();
  private final JTextField search = new JTextField();

  DockablePanel panel() {
    return DockablePanel.of("knowledge", content())
        .title("Knowledge")
        .icon(Glyph.BOOK.icon("muted"))
        .size(new Dimension(400, 640))
        .build();
  }

  private JComponent content() {
    search.setName("knowledge.search");
    search.putClientProperty("JTextField.placeholderText", "Search articles");
    search.getDocument().addDocumentListener(new Search());
    list.setName("knowledge.list");
    list.setFixedCellHeight(30);
    list.addListSelectionListener(e -> showArticle());
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setMargin(new Insets(10, 10, 10, 10));
    JPanel content = new JPanel(new BorderLayout(0, 10));
    content.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
    content.add(search, BorderLayout.NORTH);
    content.add(articles(), BorderLayout.CENTER);
    filter();
    return content;
  }

  private JComponent articles() {
    JSplitPane split =
        Splits.of(JSplitPane.VERTICAL_SPLIT, new JScrollPane(list), new JScrollPane(text));
    split.setDividerLocation(200);
    return split;
  }

  private void filter() {
    String wanted = search.getText().toLowerCase(Locale.ROOT);
    titles.clear();
    for (String[] article : ARTICLES) {
      if ((article[0] + article[1]).toLowerCase(Locale.ROOT).contains(wanted)) {
        titles.addElement(article[0]);
      }
    }
    list.setSelectedIndex(0);
  }

  private void showArticle() {
    text.setText("");
    for (String[] article : ARTICLES) {
      if (article[0].equals(list.getSelectedValue())) {
        text.setText(article[1]);
      }
    }
    text.setCaretPosition(0);
  }

  private final class Search implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
      filter();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
      filter();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
      filter();
    }
  }
}
