using System.Text;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Reads comma-separated values (RFC 4180). Lines without any value are left out.</summary>
internal static class CommaSeparatedValues
{
    public static bool TryRead(string text, out List<List<string>> lines)
    {
        lines = [];
        var (line, value, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"': value.Append(text[++i]); break;
                case '"' when isQuoted || value.Length == 0: isQuoted = !isQuoted; break;
                case ',' when !isQuoted: End(line, value); break;
                case '\n' when !isQuoted: End(lines, End(line, value)); line = []; break;
                case '\r' when !isQuoted: break;
                case var other: value.Append(other); break;
            }
        }
        End(lines, End(line, value));
        return !isQuoted;
    }

    private static List<string> End(List<string> line, StringBuilder value)
    {
        line.Add(value.ToString());
        value.Clear();
        return line;
    }

    private static void End(List<List<string>> lines, List<string> line)
    {
        if (line is not [""]) lines.Add(line);
    }
}
