namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>What stands before a reference's name.</summary>
/// <param name="Escapes">What is printed of the backslashes: half of them.</param>
/// <param name="Signs">Signs that begin nothing, printed before the value.</param>
/// <param name="Name">The variable's name, unless it stands in braces.</param>
/// <param name="IsEscaped">An odd number of backslashes: the reference prints itself.</param>
/// <param name="IsQuiet">Written with an exclamation mark.</param>
/// <param name="IsRunt">Not a reference at all, but a word that stands where one could: it prints itself and is worth null.</param>
internal sealed record ReferencePrefix(string Escapes, string Signs, string Name, bool IsEscaped, bool IsQuiet, bool IsRunt)
{
    /// <summary>Reads it from the reference's first token, and takes it away from there as Velocity does.</summary>
    public static ReferencePrefix Read(Token token)
    {
        var image = token.Image;
        // Backslashes between the dollar and the exclamation mark: nothing has such a name.
        if (image.Contains("\\!", StringComparison.Ordinal)) return new("", "", image, false, false, false);
        var slashes = image.Length - image.TrimStart('\\').Length;
        image = image[slashes..];
        var dollar = image.LastIndexOf('$');
        var more = "";
        if (dollar > 0)
        {
            more = image[..dollar];
            image = image[dollar..];
        }
        token.Image = image;
        var quiet = image.StartsWith("$!", StringComparison.Ordinal);
        var name = quiet ? image[2..] : image.StartsWith('$') ? image[1..] : image;
        return new(new string('\\', slashes / 2), more, name, slashes % 2 != 0, quiet, !image.StartsWith('$'));
    }
}
