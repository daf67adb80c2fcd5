global using Dau.Model;
