namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>
/// Keeps characters apart from wildcards. A star that is one character is written as a code point that Unicode promises never to give a meaning, in patterns
/// and in what they are held against: so it matches itself, and wildcards match it as any other.
/// </summary>
internal static class LiteralText
{
    private const char Star = '\uFDD0';
    private const char QuestionMark = '\uFDD1';

    /// <summary>The text without anything that a pattern would read as a wildcard.</summary>
    public static string Of(string text) => text.Replace('*', Star).Replace('?', QuestionMark);
}
