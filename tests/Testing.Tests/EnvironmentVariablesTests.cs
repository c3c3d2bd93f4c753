namespace DirectRoute.Testing;

public sealed class EnvironmentVariablesTests
{
    [Fact]
    public void Parse_QuotesAndOtherLines_GivesTheValuesAsTheyWere()
    {
        var variables = EnvironmentVariables.Parse("unset AWS_PROFILE\nexport A='/home/o'\\''neil/a b'\nexport B=''\nexport C='x=y'\n");

        Assert.Equal(new Dictionary<string, string> { ["A"] = "/home/o'neil/a b", ["B"] = "", ["C"] = "x=y" }, variables);
    }
}
