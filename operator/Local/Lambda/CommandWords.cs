using System.Text;

namespace DirectRoute.Local.Lambda;

/// <summary>Splits a command into its words, as far as a person expects it without a shell: at spaces, except between quotation marks of either kind.</summary>
internal static class CommandWords
{
    /// <summary>The words; null when a quotation mark is not closed. A mark of the other kind stands for itself between two of one kind.</summary>
    public static List<string>? Split(string command)
    {
        List<string> words = [];
        StringBuilder? word = null;
        var quote = '\0';
        foreach (var c in command)
        {
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word!.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                word ??= new StringBuilder();
            }
            else if (!char.IsWhiteSpace(c))
            {
                (word ??= new StringBuilder()).Append(c);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
        if (word is not null) words.Add(word.ToString());
        return quote == '\0' ? words : null;
    }
}
