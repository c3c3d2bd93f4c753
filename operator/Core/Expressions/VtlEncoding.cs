namespace DirectRoute.Core.Expressions;

/// <summary>How text is written so that it stays inside its place.</summary>
/// <param name="Prefix">What the name of an encoded variable begins with.</param>
/// <param name="Constant">Encodes what the manifest gives; the result means nothing to Velocity.</param>
/// <param name="Template">Encodes the variable that is put in for <c>{0}</c>, when the template runs.</param>
internal sealed record VtlEncoding(string Prefix, Func<string, string> Constant, string Template)
{
    /// <summary>Inside a JSON string. Java's escapeJavaScript also escapes the apostrophe, which JSON does not allow.</summary>
    public static readonly VtlEncoding Json = new("e", JsonText.Escape, "$util.escapeJavaScript(${0}).replaceAll(\"\\\\'\", \"'\")");

    /// <summary>As a value of <c>application/x-www-form-urlencoded</c> or of a query string.</summary>
    public static readonly VtlEncoding Url = new("u", Uri.EscapeDataString, "$util.urlEncode(${0})");

    /// <summary>As the base64 of its bytes in UTF-8.</summary>
    public static readonly VtlEncoding Base64 = new("b", text => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)), "$util.base64Encode(${0})");
}
