using DirectRoute.Operator.Hosting;

try
{
    await OperatorHost.Build(OperatorOptions.Read(args, Environment.GetEnvironmentVariable)).RunAsync();
    return 0;
}
catch (OptionsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
